// SPDX-License-Identifier: Apache-2.0
using System.Collections;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>
/// The host daemon from its sources to a native program, <c>vmd</c>. The SDK compiles; what it needs to link comes from
/// the lock, so that the build machine needs no C compiler and the program fits the image's C library.
/// </summary>
internal static class PublishVmd
{
    private const int Revision = 1;

    // What the program is made of; a change anywhere else does not concern it.
    private static readonly string[] Sources = ["src/Host", "src/Protocol", "src/Model", "src/Runners"];

    private static readonly string[] Settings =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

    public static Task<StepResult> RunAsync(
        BuildContext context, string checkout, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("PublishVmd", Revision).With("sources", Digest(checkout)).With("dotnet", $"{Environment.Version}"),
            "vmd",
            "Compile the host daemon",
            async (folder, token) =>
            {
                var compiler = await context.ToolsAsync(PackageRequests.Compiler, token);
                var work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
                await PublishAsync(checkout, work, compiler, token);
                File.Move(Path.Combine(work, "out", "vmd"), Path.Combine(folder, "vmd"));
                Directory.Delete(work, recursive: true);
            },
            cancellation);

    private static async Task PublishAsync(string checkout, string work, string compiler, CancellationToken cancellation)
    {
        var nuget = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(nuget);
        foreach (var name in (string[])["linker", "objcopy"])
        {
            var script = Path.Combine(work, name);
            await File.WriteAllTextAsync(script, EmbeddedScript.Read("compiler.sh"), cancellation);
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var command = new Command(
            "dotnet",
            [
                "publish", Path.Combine(checkout, "src/Host"), "--configuration", "Release",
                "--runtime", "linux-x64", "--output", Path.Combine(work, "out"), "--disable-build-servers",
                $"-p:ArtifactsPath={work}/artifacts", $"-p:CppLinker={work}/linker", $"-p:ObjCopyName={work}/objcopy",
                "-p:DebugType=none", "-p:EnableSourceControlManagerQueries=false",
            ])
        {
            Environment = Inherited()
                .SetItem("GHAF_COMPILER", compiler).SetItem("GHAF_READ", nuget).SetItem("GHAF_WRITE", work),
        };
        await command.RunAsync(cancellation);
    }

    private static ImmutableSortedDictionary<string, string> Inherited() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToImmutableSortedDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);

    private static Sha256 Digest(string checkout)
    {
        var files = Sources
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(checkout, folder), "*", SearchOption.AllDirectories))
            .Concat(Settings.Select(file => Path.Combine(checkout, file)))
            .Order(StringComparer.Ordinal);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            digest.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(checkout, file) + "\0"));
            digest.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Sha256.FromBytes(digest.GetHashAndReset());
    }
}
