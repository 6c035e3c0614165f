// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf doctor</c></summary>
internal static class DoctorCommand
{
    private static readonly IDoctorCheck[] Checks =
        [new SdkCheck(), new NamespaceCheck(), new SpaceCheck(), new KvmCheck(), new MirrorCheck()];

    public static Command Create(Session session)
    {
        var command = new Command("doctor", "Look whether this machine has what ghaf needs");
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var findings = await Task.WhenAll(Checks.Select(check => check.CheckAsync(cancellation))).ConfigureAwait(false);
            var report = new DoctorReport(findings.All(f => f.Well || !f.Needed), [.. findings]);
            Print(session, report, parsed.GetValue(CommonSymbols.Format));
            return report.Well ? ExitCode.Success : ExitCode.Environment;
        }));
        return command;
    }

    private static void Print(Session session, DoctorReport report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            session.Output.WriteLine(JsonSerializer.Serialize(report, CliJson.Default.DoctorReport));
            return;
        }

        foreach (var finding in report.Findings)
        {
            session.Output.WriteLine($"{(finding.Well ? "✓" : finding.Needed ? "✗" : "!")} {finding.Name}: {finding.Found}");
            if (!finding.Well && finding.Mend is not null)
            {
                session.Output.WriteLine($"    {finding.Mend}");
            }
        }
    }
}
