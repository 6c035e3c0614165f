// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Ghaf.Guest.Processes;

namespace Ghaf.Guest.Tests;

/// <summary>A VM whose programs answer as a test says, and which remembers what was run.</summary>
internal sealed class FakePrograms : IRunProgram
{
    private readonly ConcurrentQueue<string[]> _run = new();

    /// <summary>Of the argument that decides: the verb, or an option.</summary>
    public Dictionary<string, ProgramResult> Answers { get; } = [];

    /// <summary>Each with its program first.</summary>
    public IReadOnlyList<string[]> Run => [.. _run];

    public Task<ProgramResult> RunAsync(string program, IReadOnlyList<string> arguments, TimeSpan limit, CancellationToken cancellation)
    {
        _run.Enqueue([program, .. arguments]);
        var answer = Answers.FirstOrDefault(a => arguments.Contains(a.Key)).Value;
        return Task.FromResult(answer ?? new ProgramResult(0, "", ""));
    }

    public void Says(string argument, string output) => Answers[argument] = new ProgramResult(0, output, "");
}
