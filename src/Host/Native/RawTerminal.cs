// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Native;

/// <summary>Hands every key of our terminal to us, Ctrl-C included, until it is disposed. Does nothing where there is none.</summary>
internal sealed unsafe class RawTerminal : IDisposable
{
    private const int StandardInput = 0;
    private const int Now = 0;
    private readonly byte[]? _before;

    private RawTerminal(byte[]? before) => _before = before;

    public bool IsTerminal => _before is not null;

    public static RawTerminal Enter()
    {
        var before = new byte[LibC.TermiosSize];
        var raw = new byte[LibC.TermiosSize];
        fixed (byte* was = before, wanted = raw)
        {
            if (LibC.GetTerminal(StandardInput, was) != 0)
            {
                return new RawTerminal(null);
            }

            before.CopyTo(raw, 0);
            LibC.MakeRaw(wanted);
            return new RawTerminal(LibC.SetTerminal(StandardInput, Now, wanted) == 0 ? before : null);
        }
    }

    public void Dispose()
    {
        if (_before is not null)
        {
            fixed (byte* was = _before)
            {
                _ = LibC.SetTerminal(StandardInput, Now, was);
            }
        }
    }
}
