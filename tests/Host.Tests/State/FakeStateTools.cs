// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.State;

namespace Ghaf.Host.Tests.State;

/// <summary>Keeps what was asked for, and plays a TPM that gives out its key or does not.</summary>
internal sealed class FakeStateTools(StatePaths paths) : IStateTools
{
    public const string NewKey = "abcdefgh-ijklnrtu-vcbdefgh-ijklnrtu-vcbdefgh-ijklnrtu-vcbdefgh-ijklnrtu";

    public List<string> Done { get; } = [];

    /// <summary>The word that a program starts with, and the words of its failure.</summary>
    public (string Program, string Words)? Fails { get; set; }

    public bool FirstKeyWasPrivate { get; private set; }

    public Task<string> RunAsync(string[] command, CancellationToken cancel)
    {
        var program = $"{Path.GetFileName(command[0])} {command[1]}";
        Done.Add(program);
        if (Fails is var (failing, words) && program.StartsWith(failing, StringComparison.Ordinal))
        {
            throw new StateException(words);
        }

        if (command.Contains("luksFormat"))
        {
            FirstKeyWasPrivate = File.GetUnixFileMode(paths.FirstKey) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)
                && new FileInfo(paths.FirstKey).Length == 32;
        }

        return Task.FromResult(command.Contains("--recovery-key") ? $"A secret recovery key has been generated:\n\n    {NewKey}\n" : "");
    }

    public void Mount(string device, string folder, string type, bool readOnly)
    {
        Directory.CreateDirectory(folder);
        Done.Add($"mount {type}{(readOnly ? " read-only" : "")}");
        if (type == "vfat")
        {
            var signatures = Directory.CreateDirectory(Path.Combine(folder, BootSignatures.Folder)).FullName;
            File.WriteAllText(Path.Combine(signatures, "ghaf_1.pcrsig"), """{"sha256":[{"pol":"one"}]}""");
        }
    }

    public void Unmount(string folder) => Done.Add("unmount");

    public void GiveTo(string path, uint user) => Done.Add($"give {Path.GetFileName(path)} to {user}");
}
