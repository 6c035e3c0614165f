// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Ghaf.Modules.Host;
using Ghaf.Runners.Units;

namespace Ghaf.Repository.Tests;

/// <summary>The page of everything that the host of a release runs, made of what decides it.</summary>
public class HostServicesPageTests
{
    [Fact]
    public void The_page_lists_what_a_release_host_can_start()
    {
        var page = new StringBuilder("""
            # What the host runs

            Every unit that the host of a release has, and why. What is not here is not in the image, and nothing can start it.
            `ghaf run TARGET-release --check` compares the list with what the running host reports. A unit of ours may have an exposure of 2.0 in
            `systemd-analyze security`, or what its own text explains; a test measures it.

            ## Ghaf's own

            | Unit | Why | Exposure at most |
            |---|---|---|

            """);
        foreach (var unit in OwnUnits.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{unit.Name}` | {unit.Why} | {unit.MostExposure:0.0} |\n");
        }

        page.Append("""

            `var.mount` is memory for what the host writes; it is gone at the next start.

            ## systemd's

            | Unit | Why |
            |---|---|

            """);
        foreach (var service in HostServices.All)
        {
            page.Append($"| `{service.Unit}` | {service.Why} |\n");
        }

        Golden.Matches("docs/reference/host-services.md", page.ToString());
    }

    [Fact]
    public void No_unit_is_listed_twice()
    {
        string[] all = [.. OwnUnits.All.Select(unit => unit.Name), .. HostServices.All.Select(service => service.Unit)];
        Assert.Equal(all.Distinct(), all);
    }
}
