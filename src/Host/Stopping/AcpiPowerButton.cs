// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Globalization;
using Ghaf.Host.Native;
using Ghaf.Host.Posture;

namespace Ghaf.Host.Stopping;

/// <summary>
/// Waits until somebody presses the machine's power button. Nothing else on the host would hear it: there is no logind. Buttons
/// are input devices, found by the bit of the power key among the keys that they have:
/// <code>
/// sys/class/input/event0/device/capabilities/key    10000000000000 0
/// dev/input/event0
/// </code>
/// </summary>
internal sealed class AcpiPowerButton(HostTree host, Log log)
{
    // linux/input-event-codes.h, and struct input_event of linux/input.h on 64-bit machines.
    private const int PowerKey = 116;
    private const int KeyEvent = 1;
    private const int Pressed = 1;
    private const int EventBytes = 24;
    private const int WordBits = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Returns when one was pressed, or upon cancellation. A button may be found late, or go away.</summary>
    public void Run(Func<string, Descriptor> open, CancellationToken cancel)
    {
        var buttons = new Dictionary<string, Descriptor>();
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                OpenNew(buttons, open);
                if (buttons.Count == 0)
                {
                    cancel.WaitHandle.WaitOne(Pause);
                }

                foreach (var (name, button) in buttons.ToList())
                {
                    if (IsPressed(button, Pause / buttons.Count) is not { } pressed)
                    {
                        button.Dispose();
                        buttons.Remove(name);
                    }
                    else if (pressed)
                    {
                        log.Write("The power button was pressed.");
                        return;
                    }
                }
            }
        }
        finally
        {
            buttons.Values.ToList().ForEach(button => button.Dispose());
        }
    }

    /// <summary>Whether a device has the power key; the words of the mask are hexadecimal, the one with the highest bits first.</summary>
    public static bool HasPowerKey(string mask)
    {
        var words = mask.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var index = words.Length - 1 - (PowerKey / WordBits);
        return index >= 0 && ulong.TryParse(words[index], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var word)
            && (word & (1UL << (PowerKey % WordBits))) != 0;
    }

    private void OpenNew(Dictionary<string, Descriptor> buttons, Func<string, Descriptor> open)
    {
        foreach (var name in host.Names("sys/class/input"))
        {
            if (!buttons.ContainsKey(name) && name.StartsWith("event", StringComparison.Ordinal)
                && HasPowerKey(host.Text($"sys/class/input/{name}/device/capabilities/key") ?? "")
                && File.Exists(host.PathOf($"dev/input/{name}")))
            {
                try
                {
                    buttons[name] = open(host.PathOf($"dev/input/{name}"));
                }
                catch (Win32Exception e)
                {
                    log.Write(e.Message);
                }
            }
        }
    }

    // Null for a device that is gone.
    private static bool? IsPressed(Descriptor button, TimeSpan limit)
    {
        var seen = button.Wait(Readiness.Readable, limit);
        if ((seen & (Readiness.HungUp | Readiness.Broken)) != 0)
        {
            return null;
        }

        Span<byte> events = stackalloc byte[EventBytes * 16];
        var read = seen.HasFlag(Readiness.Readable) ? button.Read(events) : 0;
        for (var at = 0; at + EventBytes <= read; at += EventBytes)
        {
            if (BitConverter.ToUInt16(events[(at + 16)..]) == KeyEvent && BitConverter.ToUInt16(events[(at + 18)..]) == PowerKey
                && BitConverter.ToInt32(events[(at + 20)..]) == Pressed)
            {
                return true;
            }
        }

        return false;
    }
}
