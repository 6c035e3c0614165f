// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Locking;

/// <summary>A changed package as a line of a table.</summary>
/// <param name="Sets">Where it changed.</param>
internal sealed record ChangeLine(PackageChange Change, string Sets)
{
    public static string Title(PackageChangeKind kind) => kind switch
    {
        PackageChangeKind.Rebuilt => "Rebuilt: the same version, other bytes",
        PackageChangeKind.Moved => "Moved: the same bytes, another place in the archive",
        _ => kind.ToString(),
    };

    /// <summary>Name, versions, size and sets, each in its column.</summary>
    public static void Append(StringBuilder text, IReadOnlyList<ChangeLine> lines)
    {
        var name = lines.Max(line => line.Change.Name.Length);
        var versions = lines.Max(line => line.Versions.Length);
        var size = lines.Max(line => line.Size.Length);
        foreach (var line in lines)
        {
            text.Append($"  {line.Change.Name.PadRight(name)}  {line.Versions.PadRight(versions)}  ");
            text.Append($"{line.Size.PadLeft(size)}{(size > 0 ? "  " : "")}{line.Sets}\n");
        }
    }

    private string Versions => Change switch
    {
        { Old: null, New: { } added } => added.Version,
        { Old: { } removed, New: null } => removed.Version,
        { Kind: PackageChangeKind.Moved, Old: { } from, New: { } to } when from.Repository != to.Repository =>
            $"{to.Version}, {from.Repository} → {to.Repository}",
        { Old: { } old, New: { } @new } => old.Version == @new.Version ? @new.Version : $"{old.Version} → {@new.Version}",
        _ => "",
    };

    private string Size => Change switch
    {
        { Old: null } or { New: null } => $"{new ByteSize(Math.Abs(Change.Growth))}",
        { Growth: 0 } => "",
        { Growth: > 0 } => $"+{new ByteSize(Change.Growth)}",
        _ => $"-{new ByteSize(-Change.Growth)}",
    };
}
