// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.Cli.Tests.Completing;

public sealed class CompletionTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    public static TheoryData<string> Shells => [.. CompletionScripts.Shells];

    [Theory]
    [MemberData(nameof(Shells))]
    public void Every_shells_script_asks_ghaf_itself(string shell)
    {
        var script = CompletionScripts.For(shell);
        Assert.Contains("[suggest:", script);
        Assert.Contains($"completion {shell}", script);
    }

    [Theory]
    [InlineData("ghaf ex", "explain")]
    [InlineData("ghaf lock ", "update")]
    [InlineData("ghaf completion ", "fish")]
    public void Suggests_commands(string line, string expected)
    {
        using var run = new SessionFor();
        var parsed = CommandLine.Create(run.Session).Parse(line["ghaf ".Length..]);
        Assert.Contains(expected, parsed.GetCompletions(line.Length - "ghaf ".Length).Select(c => c.Label));
    }

    // bash is on every machine that runs these tests, and its script is the one that has a program in it.
    [Fact]
    public async Task Bash_completes_with_what_the_program_says()
    {
        var program = _scratch.Write("ghaf", "#!/bin/bash\n[[ $1 == '[suggest:'*']' ]] && printf 'vm-debug\\nvm-release\\nother\\n'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = _scratch.Write("script", CompletionScripts.For("bash") + $"""
            COMP_WORDS=({program} plan vm-); COMP_CWORD=2; COMP_LINE="ghaf plan vm-"; COMP_POINT=13
            _ghaf
            printf '%s\n' "$COMPREPLY" "{"${COMPREPLY[@]}"}"
            """);
        using var bash = Process.Start(new ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true })!;
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("vm-debug\nvm-debug\nvm-release\n", output);
    }
}
