// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli.Sizes;

/// <summary>The host is larger than it may be.</summary>
internal sealed class TooLargeException(SizeReport report, int most) : GhafException(
    $"The host of {report.Target} has {SizeTable.MB(report.HostBytes)} MB, and may have {most}.",
    $"Take packages out of the host, or out of KeptFiles if it is reduced; `ghaf size {report.Target}` shows the largest.")
{
    public override ExitCode ExitCode => ExitCode.CheckFailed;
}
