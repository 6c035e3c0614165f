// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>A file or symbolic link in a root file system. Owner: root. Make one with the factories.</summary>
public sealed record FileSpec
{
    /// <summary>Permission bits of a program: 0755.</summary>
    public const int Executable = 0b111_101_101;

    private FileSpec(string path, string file, int line)
    {
        Path = path;
        Location = SourceLocation.FromCaller(file, line);
    }

    /// <summary>Absolute path in the root file system.</summary>
    public string Path { get; }

    /// <summary>Permission bits. Default: 0644.</summary>
    public int Mode { get; init; } = 0b110_100_100;

    internal SourceLocation Location { get; }

    internal string? Source { get; private init; }

    internal string? Target { get; private init; }

    internal string? Content { get; private init; }

    internal Func<VmContext, string>? Render { get; private init; }

    /// <summary>A file with this text.</summary>
    public static FileSpec Text(
        string path, string content, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(path, file, line) { Content = content };

    /// <summary>
    /// A file whose text depends on what the registry gave to the VM, such as its links and their addresses. Not for
    /// the host.
    /// </summary>
    public static FileSpec Rendered(
        string path, Func<VmContext, string> render, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(path, file, line) { Render = render };

    /// <summary>A copy of a file. Its content is read when the image is built.</summary>
    /// <param name="source">
    /// Relative to the folder <c>files</c> of the library of modules, which lies beside its project and in its package.
    /// </param>
    public static FileSpec Copy(
        string path, string source, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(path, file, line) { Source = source };

    /// <summary>A symbolic link.</summary>
    public static FileSpec Link(
        string path, string target, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(path, file, line) { Target = target };

    /// <summary>The unit is not started, whatever asks for it.</summary>
    public static FileSpec Mask(string unit, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Link($"/etc/systemd/system/{unit}", "/dev/null", file, line);

    /// <summary>The unit is started with <paramref name="target"/>. Default: at every start of the system.</summary>
    public static FileSpec Enable(
        string unit, string target = "multi-user.target",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Link($"/etc/systemd/system/{target}.wants/{unit}", $"/usr/lib/systemd/system/{unit}", file, line);

    // The same content declared in two places is one file.
    public bool Equals(FileSpec? other) =>
        other is not null && Path == other.Path && Mode == other.Mode && Source == other.Source && Target == other.Target
        && Content == other.Content && Equals(Render, other.Render);

    public override int GetHashCode() => HashCode.Combine(Path, Mode, Source, Target, Content, Render);

    /// <summary>For people: what is at the path.</summary>
    public override string ToString() =>
        Target is not null ? $"link to {Target}"
        : Source is not null ? $"copy of {Source}"
        : Render is not null ? "text that depends on the VM"
        : $"text, sha256 {Sha256.Of(Content!).Hex[..12]}";
}
