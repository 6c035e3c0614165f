// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>Whether definitions can be compiled.</summary>
internal sealed class SdkCheck : IDoctorCheck
{
    public async Task<DoctorFinding> CheckAsync(CancellationToken cancellation)
    {
        const string mend = "Install the .NET SDK 10: https://dotnet.microsoft.com/download";
        if (ProgramPath.Find("dotnet") is not { } dotnet)
        {
            return new DoctorFinding(".NET SDK", false, Needed: true, "there is no dotnet in PATH", mend);
        }

        var result = await (Command.Of(dotnet, "--version") with { FailureThrows = false, WorkingDirectory = "/" })
            .RunAsync(cancellation).ConfigureAwait(false);
        var version = result.Output.Trim();
        return new DoctorFinding(".NET SDK", version.StartsWith("10.", StringComparison.Ordinal), Needed: true, version, mend);
    }
}
