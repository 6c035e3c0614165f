// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>A file of a template. The name stands in its path and text as <see cref="TemplateName"/> says.</summary>
/// <param name="Path">Relative to the folder that is made, with slashes.</param>
internal sealed record TemplateFile(string Path, string Text);
