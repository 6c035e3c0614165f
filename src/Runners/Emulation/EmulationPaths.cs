// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Runners.Emulation;

/// <summary>What lies in the folder of a running emulated device.</summary>
/// <param name="Folder">See <see cref="EmulationOptions.Folder"/>.</param>
public sealed record EmulationPaths(string Folder)
{
    /// <summary>The longest folder for which every socket's path fits into the kernel's 108 bytes.</summary>
    public const int LongestFolder = 80;

    /// <summary>Requests to the host daemon; one client at a time.</summary>
    public string Control => Path.Combine(Folder, "control.sock");

    /// <summary>Reports of the host daemon; one client at a time.</summary>
    public string Status => Path.Combine(Folder, "status.sock");

    /// <summary>Serial consoles of the VMs, through the host daemon; one client at a time.</summary>
    public string Console => Path.Combine(Folder, "console.sock");

    /// <summary>The host's own serial console.</summary>
    public string HostConsole => Path.Combine(Folder, "host.sock");

    /// <summary>Everything that the host's serial console printed.</summary>
    public string HostLog => Path.Combine(Folder, "host.log");

    /// <summary>The emulator's monitor.</summary>
    public string Qmp => Path.Combine(Folder, "qmp.sock");

    /// <summary>The machine's TPM, which is a program of its own.</summary>
    public string Tpm => Path.Combine(Folder, "tpm.sock");

    /// <summary>The state of the machine's processors at each reset; the first ones are those of the start.</summary>
    public string ResetLog => Path.Combine(Folder, "resets.log");

    /// <summary>What the emulator itself said.</summary>
    public string EmulatorLog => Path.Combine(Folder, "emulator.log");
}
