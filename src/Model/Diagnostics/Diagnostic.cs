// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A mistake that the definition's author can mend. Diagnostics are collected, never thrown.</summary>
/// <param name="Id">The rule, for example <c>GHAF002</c>.</param>
/// <param name="Name">The declared thing.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Mend">What to do.</param>
/// <param name="File">The declaring file, relative to the checkout.</param>
/// <param name="Line">The declaring line, from 1.</param>
public sealed record Diagnostic(string Id, string Name, string Message, string Mend, string File, int Line)
{
    public override string ToString() => $"{File}:{Line}: {Id} {Name}: {Message} ({Mend})";
}
