// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>A line of <c>ghaf init --list</c>.</summary>
internal sealed record ListedTemplate(string Name, string Title, string DefaultName);
