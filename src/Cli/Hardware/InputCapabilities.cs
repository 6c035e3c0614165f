// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>
/// What an input device can do, as bits: <c>input-event-codes.h</c> of the kernel numbers them. The kinds are told apart as
/// udev does in its <c>input_id</c>.
/// </summary>
internal sealed class InputCapabilities
{
    private const int KeyEvents = 1;
    private const int SwitchEvents = 5;
    private const int X = 0;
    private const int Y = 1;
    private const int FirstOfBlock = 1;
    private const int LastOfBlock = 31;
    private const int LeftButton = 0x110;
    private const int Pen = 0x140;
    private const int Finger = 0x145;
    private const int Direct = 1;

    private readonly HashSet<int> _events;
    private readonly HashSet<int> _keys;
    private readonly HashSet<int> _relative;
    private readonly HashSet<int> _absolute;
    private readonly HashSet<int> _properties;

    private InputCapabilities(MachineTree tree, string folder)
    {
        _events = Bits(tree.Read(folder + "/capabilities/ev"));
        _keys = Bits(tree.Read(folder + "/capabilities/key"));
        _relative = Bits(tree.Read(folder + "/capabilities/rel"));
        _absolute = Bits(tree.Read(folder + "/capabilities/abs"));
        _properties = Bits(tree.Read(folder + "/properties"));
    }

    /// <summary>Null if nothing can be put in, as with a loudspeaker.</summary>
    public InputKind? Kind =>
        IsTouchpad ? InputKind.Touchpad
        : IsMouse ? InputKind.Mouse
        : IsKeyboard ? InputKind.Keyboard
        : Enumerable.Range(KeyEvents, SwitchEvents).Any(_events.Contains) ? InputKind.Other
        : null;

    private bool IsTouchpad =>
        _absolute.Contains(X) && _absolute.Contains(Y) && _keys.Contains(Finger) && !_keys.Contains(Pen) && !_properties.Contains(Direct);

    private bool IsMouse => _relative.Contains(X) && _relative.Contains(Y) && _keys.Contains(LeftButton);

    // Escape, the digits and the first rows of letters.
    private bool IsKeyboard => Enumerable.Range(FirstOfBlock, LastOfBlock).All(_keys.Contains);

    /// <param name="folder">The device's, such as <c>…/input/input3</c>.</param>
    public static InputCapabilities Read(MachineTree tree, string folder) => new(tree, folder);

    // "402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe": words of 64 bits, the last has the lowest bits.
    private static HashSet<int> Bits(string? words)
    {
        var bits = new HashSet<int>();
        var all = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var word = 0; word < all.Length; word++)
        {
            if (!ulong.TryParse(all[^(word + 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                continue;
            }

            bits.UnionWith(Enumerable.Range(0, 64).Where(bit => (value >> bit & 1) == 1).Select(bit => (word * 64) + bit));
        }

        return bits;
    }
}
