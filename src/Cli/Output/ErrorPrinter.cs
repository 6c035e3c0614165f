// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The one place that says how something failed and decides the exit status.</summary>
internal sealed class ErrorPrinter(TextWriter error, LogFile log)
{
    public ExitCode Print(Exception failure)
    {
        log.Write(failure.ToString());
        switch (failure)
        {
            case OperationCanceledException:
                error.WriteLine("ghaf: Stopped. Nothing is left half-done; the same command goes on from here.");
                return ExitCode.Cancelled;
            case GhafException known:
                error.WriteLine("ghaf: " + Indent(known.What));
                error.WriteLine("      " + Indent(known.Mend));
                if (known.ExitCode == ExitCode.ToolFailed)
                {
                    error.WriteLine($"      Log: {log.Path}");
                }

                return known.ExitCode;
            default:
                error.WriteLine($"ghaf: This is a fault of ghaf itself: {Indent(failure.Message)}");
                error.WriteLine($"      Please report it with the end of the log, which has all of it: {log.Path}");
                return ExitCode.ToolFailed;
        }
    }

    private static string Indent(string text) => text.TrimEnd().Replace("\n", "\n      ", StringComparison.Ordinal);
}
