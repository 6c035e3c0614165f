// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Ghaf.Host.Native;

namespace Ghaf.Host.State;

/// <summary>The real ones, of the host.</summary>
internal sealed class StateTools : IStateTools
{
    // An emulated TPM on an emulated processor takes its time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public async Task<string> RunAsync(string[] command, CancellationToken cancel)
    {
        var output = await HostCommand.RunAsync(command, Limit, cancel).ConfigureAwait(false);
        return output.ExitCode == 0
            ? output.Text
            : throw new StateException($"{Path.GetFileName(command[0])} ended with {output.ExitCode}: {LastLine(output.Text)}");
    }

    public void Mount(string device, string folder, string type, bool readOnly)
    {
        try
        {
            FileSystem.Mount(device, folder, type, readOnly);
        }
        catch (Win32Exception e)
        {
            throw new StateException(e.Message, e);
        }
    }

    public void Unmount(string folder) => FileSystem.Unmount(folder);

    public void GiveTo(string path, uint user)
    {
        if (LibC.Chown(path, user, user) != 0)
        {
            throw new StateException(Descriptor.Failure($"{path} cannot be given to user {user}").Message);
        }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last] ? last : "it said nothing";
}
