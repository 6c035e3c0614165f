// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Model;

namespace Ghaf.Repository.Tests;

/// <summary>
/// Pages of the reference that are made of the model itself. <c>GHAF_UPDATE_GOLDENS=1</c> writes them anew.
/// </summary>
public class GeneratedPagesTests
{
    [Fact]
    public void Every_diagnostic_is_documented_as_it_is()
    {
        var page = new StringBuilder("""
            # Diagnostics

            The mistakes in a definition that `ghaf` finds when it seals a plan. All are reported at once, each with its file and line.

            """);
        foreach (var rule in DiagnosticRules.All)
        {
            page.Append($"\n## {rule.Id}\n\n{rule.Title}\n\nMend: {rule.Mend}.\n");
        }

        Golden.Matches("docs/reference/diagnostics.md", page.ToString());
    }

    [Fact]
    public void Diagnostics_have_ids_in_order()
    {
        Assert.Equal(Enumerable.Range(1, DiagnosticRules.All.Length).Select(n => $"GHAF{n:000}"), DiagnosticRules.All.Select(r => r.Id));
    }

    [Fact]
    public void Every_option_is_documented_as_it_is()
    {
        var page = new StringBuilder("""
            # Options

            What a definition can set. Each is a method of the same name on `HostSpec`, `GuestSpec` (all VMs) or `VmSpec`, or goes by
            `Set`, `Add`, `Remove`, `Replace` and `Force` with its key. Values come in layers, the weakest first: base (modules),
            feature, hardware, profile, user (the device's own file); a forced value wins over all. Lists of all layers merge.
            `ghaf explain TARGET net-vm.memory` tells who set a value and what it overrode. What a feature changes by `OnVm` after a
            `WhenVm`, and a VM in its own `WhenVm`, holds only if the device has the VM that is named there.

            """);
        AddTable(page, "Every system", "SystemKeys", SystemKeys.All);
        AddTable(page, "The host", "HostKeys", HostKeys.All);
        AddTable(page, "VMs", "VmKeys", VmKeys.All);
        Golden.Matches("docs/reference/options.md", page.ToString());
    }

    private static void AddTable(StringBuilder page, string title, string keys, IEnumerable<SettingKey> all)
    {
        page.Append($"\n## {title}\n\nKeys: `{keys}`.\n\n| Option | Type | Default | Meaning |\n|---|---|---|---|\n");
        foreach (var key in all)
        {
            page.Append($"| `{key.Name}` | {(key.IsList ? "list of " : "")}{NameOf(key.ValueType)} | {key.DefaultText} | {key.Summary} |\n");
        }
    }

    private static string NameOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name switch
    {
        "String" => "text",
        "Int32" => "number",
        "Boolean" => "yes or no",
        var name => $"`{name}`",
    };
}
