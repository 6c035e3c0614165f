// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>
/// One word of a kernel command line: <c>quiet</c>, <c>console=ttyS0</c>. A stronger layer's value of the same name
/// replaces a weaker one's, except for names that the kernel or systemd reads as often as they are given.
/// </summary>
/// <param name="Name">What stands before the first <c>=</c>.</param>
/// <param name="Value">What stands after it; null for a word without one.</param>
public sealed record KernelArgument(string Name, string? Value = null)
{
    // Documentation/admin-guide/kernel-parameters.txt; kernel-command-line(7).
    private static readonly string[] Repeatable =
        ["console", "earlycon", "modprobe.blacklist", "module_blacklist", "rd.systemd.mask", "systemd.mask", "systemd.wants"];

    public static implicit operator KernelArgument(string text) => Parse(text);

    public static KernelArgument FromString(string text) => Parse(text);

    /// <summary>Any text; what is no argument becomes a diagnostic when the device is sealed.</summary>
    public static KernelArgument Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new KernelArgument(text) : new KernelArgument(text[..at], text[(at + 1)..]);
    }

    internal string Identity => Repeatable.Contains(Name) ? ToString() : Name;

    internal bool IsWord => Name.Length > 0 && !ToString().Any(c => char.IsControl(c) || c is '"') && !ToString().Contains(' ');

    public override string ToString() => Value is null ? Name : $"{Name}={Value}";
}
