// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Collects what speaks against a statement; without any, it holds.</summary>
internal sealed class Verdict
{
    private readonly List<string> _faults = [];

    /// <summary>Notes a fault unless something is as it should be.</summary>
    public void Demand(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Each of these should not be there.</summary>
    public void Forbid(string what, IEnumerable<string> found)
    {
        var all = found.ToList();
        Demand(all.Count == 0, $"{what}: {string.Join(", ", all)}");
    }

    /// <param name="evidence">By what one sees that it holds.</param>
    public StatementResult Result(string evidence) =>
        _faults.Count == 0 ? StatementResult.True(evidence) : StatementResult.False(string.Join("; ", _faults));
}
