// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Exec;

/// <summary>A program to run. An immutable value: change it with <c>with</c>, run it as often as you like.</summary>
/// <param name="Program">A path, or a name that is looked up in <c>PATH</c>.</param>
/// <param name="Arguments">Passed as they are; no shell ever sees them.</param>
public sealed record Command(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>A command with its arguments one after the other.</summary>
    public static Command Of(string program, params ReadOnlySpan<string> arguments) => new(program, [.. arguments]);

    /// <summary>The whole environment of the program; null (the default) inherits ours.</summary>
    public ImmutableSortedDictionary<string, string>? Environment { get; init; }

    /// <summary>Null (the default) keeps ours.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Text for standard input; null with no <see cref="WriteInput"/> means empty input.</summary>
    public string? Input { get; init; }

    /// <summary>Writes standard input as the program reads it. Wins over <see cref="Input"/>.</summary>
    public Func<Stream, CancellationToken, Task>? WriteInput { get; init; }

    /// <summary>Reads standard output as it comes; it is then not captured.</summary>
    public Func<Stream, CancellationToken, Task>? ReadOutput { get; init; }

    /// <summary>A file that receives standard output, created or emptied first; it is then not captured.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Called with each line of standard error as it comes, on a pool thread. It is captured as well.</summary>
    public Action<string>? OnErrorLine { get; init; }

    /// <summary>How long a program may take to end after SIGTERM before SIGKILL. Default: 5 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a status other than 0 throws <see cref="ToolFailedException"/>. Default: true.</summary>
    public bool FailureThrows { get; init; } = true;

    /// <summary>The name for messages where <see cref="Program"/> only starts the real one. Default: the program's.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Turns a failure into one that says more; null from it keeps the failure as it is.</summary>
    public Func<ToolFailedException, GhafException?>? Explain { get; init; }

    /// <summary>The command as a line that a POSIX shell runs in the same way.</summary>
    public string ToShell() => ShellLine.Of(this);

    public override string ToString() => ToShell();

    /// <summary>Runs to the end.</summary>
    /// <param name="graceful">SIGTERM, and after <see cref="Grace"/> SIGKILL, to the program and all it started.</param>
    /// <param name="forceful">SIGKILL at once.</param>
    /// <exception cref="ToolFailedException">The status was not 0.</exception>
    /// <exception cref="ToolNotFoundException">There is no such program.</exception>
    /// <exception cref="OperationCanceledException">A token ended it; by then no process is left.</exception>
    public Task<CommandResult> RunAsync(CancellationToken graceful = default, CancellationToken forceful = default) =>
        CommandRun.RunAsync(this, graceful, forceful);
}
