// SPDX-License-Identifier: Apache-2.0
using System.Collections;
using System.Collections.Immutable;
using Ghaf.Exec;

namespace Ghaf.Cli.Tests;

/// <summary>The script <c>ghaf</c>, in a checkout whose programs only say which they are.</summary>
public sealed class ScriptTests : IDisposable
{
    private static readonly DateTime Long = DateTime.UtcNow.AddHours(-1);
    private readonly ScratchFolder _scratch = new();

    public ScriptTests()
    {
        foreach (var source in (string[])["src/Cli/Program.cs", "Directory.Build.props", "global.json"])
        {
            File.SetLastWriteTimeUtc(_scratch.Write(source, ""), Long);
        }

        Directory.SetLastWriteTimeUtc(_scratch.File("src/Cli"), Long);
        Directory.SetLastWriteTimeUtc(_scratch.File("src"), Long);
        _scratch.Write("artifacts/bin/Ghaf.Cli/release/ghaf.dll", "");
        _scratch.Write("artifacts/ghaf.stamp", "");
        Executable("bin/dotnet", "echo managed $GHAF_CHECKOUT ${@:2}");
        File.Copy(SourceTree.PathOf("ghaf"), _scratch.File("ghaf"));
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Runs_the_managed_program_when_there_is_no_native_one() =>
        Assert.Equal($"managed {_scratch.Path} plan vm-debug\n", await RunAsync(_scratch.File("ghaf")));

    [Fact]
    public async Task Runs_the_native_program_when_it_is_fresh()
    {
        Executable(Native, "echo native $GHAF_CHECKOUT $@");
        Assert.Equal($"native {_scratch.Path} plan vm-debug\n", await RunAsync(_scratch.File("ghaf")));
    }

    [Theory]
    [InlineData("src/Cli/Program.cs")]
    [InlineData("src/Cli/New.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public async Task Runs_the_managed_program_when_a_source_is_newer_than_the_native_one(string source)
    {
        Executable(Native, "echo native");
        File.SetLastWriteTimeUtc(_scratch.File(Native), Long.AddMinutes(1));
        File.SetLastWriteTimeUtc(_scratch.Write(source, "changed"), Long.AddMinutes(2));

        // The managed program was built since.
        _scratch.Write("artifacts/ghaf.stamp", "");
        Assert.StartsWith("managed ", await RunAsync(_scratch.File("ghaf")));
    }

    [Fact]
    public async Task Finds_its_checkout_through_links_and_from_any_folder()
    {
        Executable(Native, "echo native $GHAF_CHECKOUT $PWD");
        var elsewhere = Directory.CreateDirectory(_scratch.File("elsewhere")).FullName;
        File.CreateSymbolicLink(Path.Combine(elsewhere, "second"), "../ghaf");
        File.CreateSymbolicLink(Path.Combine(elsewhere, "first"), Path.Combine(elsewhere, "second"));
        Assert.Equal($"native {_scratch.Path} {elsewhere}\n", await RunAsync("./first", elsewhere));
        Assert.Equal($"native {_scratch.Path} {elsewhere}\n", await RunAsync("../ghaf", elsewhere));
    }

    private static string Native => "artifacts/native/ghaf";

    private async Task<string> RunAsync(string script, string? folder = null)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToImmutableSortedDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
        var command = new Command("bash", [script, "plan", "vm-debug"])
        {
            Environment = environment.SetItem("PATH", $"{_scratch.File("bin")}:{environment["PATH"]}"),
            WorkingDirectory = folder,
        };
        return (await command.RunAsync(TestContext.Current.CancellationToken)).Output;
    }

    private void Executable(string name, string line) => File.SetUnixFileMode(
        _scratch.Write(name, $"#!/bin/bash\n{line}\n"),
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
