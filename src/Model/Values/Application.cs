// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>A program of a VM that a person can start.</summary>
/// <param name="Id">What the launcher and <c>ghaf app</c> call it: lower-case letters, digits, hyphens.</param>
/// <param name="Title">What people read.</param>
/// <param name="Command">The program and its fixed arguments, an element each.</param>
public sealed record Application(string Id, string Title, ImmutableArray<string> Command)
{
    /// <summary>A name of the icon theme. Default: the id.</summary>
    public string? Icon { get; init; }

    /// <summary>What a caller may add to the command, in this order. Default: nothing.</summary>
    public ImmutableArray<ApplicationArgument> Arguments { get; init; } = [];

    // Arrays compare by reference, and the same application declared twice is one.
    public bool Equals(Application? other) =>
        other is not null && Id == other.Id && Title == other.Title && Icon == other.Icon
        && Command.SequenceEqual(other.Command) && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Id, Title, Icon, Command.Length, Arguments.Length);

    public override string ToString() => $"{Title}: {string.Join(' ', Command.Concat(Arguments.Select(a => $"{{{a.Name}}}")))}";
}
