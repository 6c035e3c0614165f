// SPDX-License-Identifier: Apache-2.0
using System.Collections;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>
/// A program of ours from its sources to native code. The SDK compiles; what it needs to link comes from the lock, so that
/// the build machine needs no C compiler and the program fits the image's C library.
/// </summary>
internal static class PublishNative
{
    private static readonly string[] Settings =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

    /// <returns>A folder with the program under its name.</returns>
    public static Task<StepResult> RunAsync(
        BuildContext context, NativeProgram program, string checkout, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key(program.Step, program.Revision)
                .With("sources", Digest(program, checkout)).With("dotnet", $"{Environment.Version}"),
            program.Name,
            program.Title,
            async (folder, token) =>
            {
                var compiler = await context.ToolsAsync(PackageRequests.Compiler, token);
                var work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
                await PublishAsync(program, checkout, work, compiler, token);
                File.Move(Path.Combine(work, "out", program.Name), Path.Combine(folder, program.Name));
                Directory.Delete(work, recursive: true);
            },
            cancellation);

    private static async Task PublishAsync(
        NativeProgram program, string checkout, string work, string compiler, CancellationToken cancellation)
    {
        var nuget = NuGetFolder.Default;
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
                "publish", Path.Combine(checkout, program.Project), "--configuration", "Release",
                "--runtime", "linux-x64", "--output", Path.Combine(work, "out"), "--disable-build-servers", "-p:PublishAot=true",
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

    private static Sha256 Digest(NativeProgram program, string checkout)
    {
        var files = program.References.Prepend(program.Project)
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
