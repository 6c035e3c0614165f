// SPDX-License-Identifier: Apache-2.0
using System.Reflection.PortableExecutable;

namespace Ghaf.Images;

/// <summary>The parts of a UKI that its stub measures into the TPM: systemd-stub(7).</summary>
internal static class MeasuredSections
{
    // In systemd-measure's words, of which ours has some.
    private static readonly Dictionary<string, string> Options = new()
    {
        [".linux"] = "linux",
        [".osrel"] = "osrel",
        [".cmdline"] = "cmdline",
        [".initrd"] = "initrd",
        [".uname"] = "uname",
        [".sbat"] = "sbat",
    };

    // Of the stub itself, and not measured.
    private static readonly string[] Others = [".text", ".rdata", ".data", ".sdmagic", ".reloc", ".rodata", ".dynamic", ".dynsym", ".rela"];

    /// <summary>The option of each section with its content.</summary>
    /// <param name="program">The path of a UKI.</param>
    /// <exception cref="InvalidOperationException">It has a section that nobody knows of: its measurement would be wrong.</exception>
    public static IReadOnlyList<(string Option, byte[] Content)> Read(string program)
    {
        using var file = File.OpenRead(program);
        using var headers = new PEReader(file);
        var found = new List<(string, byte[])>();
        foreach (var section in headers.PEHeaders.SectionHeaders)
        {
            if (Options.TryGetValue(section.Name, out var option))
            {
                // What follows up to the next border is padding.
                var content = new byte[section.VirtualSize];
                file.Position = section.PointerToRawData;
                file.ReadExactly(content);
                found.Add((option, content));
            }
            else if (!Others.Contains(section.Name))
            {
                throw new InvalidOperationException($"{program} has a section {section.Name}.");
            }
        }

        return found;
    }
}
