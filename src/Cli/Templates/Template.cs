// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli;

/// <summary>What <c>ghaf init</c> and <c>dotnet new</c> make files of.</summary>
/// <param name="Name">For example <c>ghaf-device</c>.</param>
/// <param name="Title">For lists.</param>
/// <param name="DefaultName">What the result is called if nobody says.</param>
internal sealed record Template(
    string Name, string Title, TemplateKind Kind, string DefaultName, ImmutableArray<TemplateFile> Files)
{
    /// <summary>The files for a name, sorted by path.</summary>
    /// <exception cref="TemplateNameException">The name does not fit the kind.</exception>
    public ImmutableArray<TemplateFile> For(string name)
    {
        TemplateName.Check(Kind, name);
        return
        [
            .. Files
                .Select(file => new TemplateFile(TemplateName.PutInto(file.Path, name), TemplateName.PutInto(file.Text, name)))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }
}
