// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>One kind of mistake in a definition. All of them stand in <see cref="DiagnosticRules"/>.</summary>
/// <param name="Id">Stable for ever: <c>GHAF</c> and three digits.</param>
/// <param name="Title">What is wrong, in one sentence; heads the rule's entry in the documentation.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record DiagnosticRule(string Id, string Title, string Mend)
{
    /// <param name="name">The declared thing that is wrong, as its author calls it.</param>
    /// <param name="message">What is wrong with it, with the values at hand.</param>
    public Diagnostic At(SourceLocation location, string name, string message) =>
        new(Id, name, message, Mend, location.File, location.Line);
}
