// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Images;

namespace Ghaf.Cli.Kernels;

/// <summary>A report for people: a line for each system, and one for each thing that is not as the checker wants it.</summary>
internal static class HardeningText
{
    public static string Of(HardeningReport report)
    {
        var text = new StringBuilder();
        foreach (var system in report.Systems)
        {
            var good = system.Faults.IsEmpty && system.Accepted.Length <= AcceptedFailures.Most;
            text.Append($"{(good ? '✓' : '✗')} {system.System}: {system.Ok} OK, {system.Faults.Length + system.Accepted.Length} FAIL");
            text.Append($" ({system.Accepted.Length} accepted, {AcceptedFailures.Most} at most)\n");
            foreach (var fault in system.Faults)
            {
                text.Append($"  ✗ {fault.Option} ({fault.Type}) is to be: {fault.Wanted}. {fault.Result}\n");
            }

            foreach (var accepted in system.Accepted)
            {
                text.Append($"  · {accepted.Option}: {accepted.Reason}\n");
            }

            if (!system.UnknownToKernel.IsEmpty)
            {
                text.Append($"  · of newer kernels: {string.Join(", ", system.UnknownToKernel)}\n");
            }
        }

        foreach (var line in report.Outdated)
        {
            text.Append($"✗ {line} accepts a failure that no system has; take the line out.\n");
        }

        return text.ToString();
    }
}
