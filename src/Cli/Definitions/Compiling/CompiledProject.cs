// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli;

/// <summary>A project that was built for definitions, and how MSBuild compiles a file that refers to it.</summary>
internal sealed record CompiledProject
{
    /// <summary>Stands for the sources it was built from.</summary>
    public required string Key { get; init; }

    /// <summary>The program <c>dotnet</c>.</summary>
    public required string DotNet { get; init; }

    /// <summary>The SDK's <c>csc.dll</c>.</summary>
    public required string Compiler { get; init; }

    /// <summary>The compiler's options, such as <c>-langversion:14</c>.</summary>
    public required ImmutableArray<string> Options { get; init; }

    /// <summary>The assemblies that a definition is compiled against.</summary>
    public required ImmutableArray<string> References { get; init; }

    /// <summary>What lies beside a definition's program: the project's own assembly and those it needs.</summary>
    public required ImmutableArray<string> Libraries { get; init; }

    /// <summary>Where the packages are that those libraries come from.</summary>
    public required ImmutableArray<string> PackageFolders { get; init; }

    /// <summary>The implicit usings, as C#.</summary>
    public required ImmutableArray<string> Usings { get; init; }

    /// <summary>For example <c>net10.0</c>.</summary>
    public required string Framework { get; init; }

    public required bool InvariantGlobalization { get; init; }

    /// <summary>Whether it is still what was built: the SDK may be another, or somebody may have removed files.</summary>
    public bool IsWhole() => Libraries.Append(Compiler).Append(DotNet).Concat(References).All(File.Exists);
}
