// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Host.Booting;

/// <summary>Variables by which a boot loader tells the system of itself: systemd's Boot Loader Interface.</summary>
internal static class LoaderVariable
{
    private const string Vendor = "4a67b082-0a4c-41cf-b6c7-440b29bb8c4f";
    private const int Attributes = 4;

    /// <summary>The file that was started and is counted, with a backslash between folders: <c>\EFI\Linux\ghaf_2+2-1.efi</c>.</summary>
    public const string BootCountPath = "LoaderBootCountPath";

    /// <summary>Text of a variable; null if there is none.</summary>
    /// <param name="name">See <see cref="BootCountPath"/>.</param>
    /// <param name="folder">Where efivarfs is.</param>
    public static string? Read(string name, string folder)
    {
        var file = Path.Combine(folder, $"{name}-{Vendor}");
        if (!File.Exists(file))
        {
            return null;
        }

        // Four bytes of attributes, then UTF-16 with a zero at the end.
        var content = File.ReadAllBytes(file);
        return content.Length <= Attributes ? null : Encoding.Unicode.GetString(content, Attributes, content.Length - Attributes).TrimEnd('\0');
    }
}
