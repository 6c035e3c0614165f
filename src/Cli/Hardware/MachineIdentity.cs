// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Hardware;

/// <summary>What a machine calls itself. Of what the firmware says only this is read: no serial number, UUID or asset tag.</summary>
/// <param name="Name">In kebab-case.</param>
/// <param name="Title">For people; null if the machine says nothing of itself.</param>
/// <param name="Source">The words that it is from.</param>
internal sealed record MachineIdentity(string Name, string? Title, string Source)
{
    private const string Dmi = "/sys/class/dmi/id";

    // What makers forget to fill in.
    private static readonly string[] Empty =
        ["", "none", "n-a", "default-string", "invalid", "not-specified", "not-applicable", "system-product-name", "system-version",
         "system-manufacturer", "to-be-filled-by-o-e-m", "unknown", "0", "1-0", "oem"];

    private static readonly string[] Company = ["inc", "corp", "corporation", "co", "ltd", "limited", "gmbh", "ag"];

    public static MachineIdentity Read(MachineTree tree)
    {
        var vendor = Said(tree, $"{Dmi}/sys_vendor");
        var product = Said(tree, $"{Dmi}/product_name");
        var version = Said(tree, $"{Dmi}/product_version");

        // Lenovo's product is a number such as 21HMCTO1WW, its version what the machine is called.
        var model = vendor == "LENOVO" ? version ?? product : product ?? version;
        return model is not null ? Of(vendor, model, string.Join(", ", new[] { vendor, product, version }.OfType<string>()))
            : Said(tree, "/sys/firmware/devicetree/base/model") is { } board ? Of(null, board, board)
            : new MachineIdentity("scanned-machine", null, "a machine that does not say what it is");
    }

    private static MachineIdentity Of(string? vendor, string model, string source)
    {
        var maker = string.Join('-', KebabCase.Of(vendor ?? "").Split('-').Where(word => !Company.Contains(word)));
        var name = KebabCase.Of(model);
        var known = maker.Length == 0 || name == maker || name.StartsWith(maker + "-", StringComparison.Ordinal);
        name = known ? name : $"{maker}-{name}";
        return new MachineIdentity(
            char.IsAsciiLetter(name[0]) ? name : "machine-" + name, known ? model : $"{vendor} {model}", source);
    }

    private static string? Said(MachineTree tree, string path) =>
        tree.Read(path) is { } text && KebabCase.Of(text) is { Length: > 0 } name && !Empty.Contains(name) ? text : null;
}
