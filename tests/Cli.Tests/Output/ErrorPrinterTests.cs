// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli.Tests.Output;

public class ErrorPrinterTests
{
    [Fact]
    public void A_known_failure_is_what_happened_and_how_to_mend_it()
    {
        var (code, text, _) = Print(new DeviceBusyException("vm-debug", 42));
        Assert.Equal(ExitCode.Busy, code);
        Assert.Equal(
            """
            ghaf: vm-debug is already running, by process 42.
                  Look at it with `ghaf vm list`, or stop it with Ctrl-C in its terminal (`kill 42` does the same).

            """,
            text);
    }

    [Fact]
    public void An_unknown_failure_names_the_log_which_has_the_trace()
    {
        var (code, text, log) = Print(new InvalidOperationException("Sequence contains no elements."));
        Assert.Equal(ExitCode.ToolFailed, code);
        Assert.StartsWith("ghaf: This is a fault of ghaf itself: Sequence contains no elements.\n", text);
        Assert.Contains("/log\n", text);
        Assert.DoesNotContain("InvalidOperationException", text);
        Assert.Contains("InvalidOperationException", log);
    }

    [Fact]
    public void A_cancelled_command_ends_with_130() =>
        Assert.Equal(ExitCode.Cancelled, Print(new TaskCanceledException()).Code);

    private static (ExitCode Code, string Text, string Log) Print(Exception failure)
    {
        using var scratch = new ScratchFolder();
        var log = new LogFile(scratch.File("log"), TimeProvider.System);
        var error = new StringWriter();
        var code = new ErrorPrinter(error, log).Print(failure);
        return (code, error.ToString(), File.ReadAllText(log.Path));
    }
}
