// SPDX-License-Identifier: Apache-2.0
using Spectre.Console;

namespace Ghaf.Cli;

/// <summary>Shows work on standard error: bars on a terminal, lines anywhere else.</summary>
internal static class WorkDisplay
{
    public static async Task<T> RunAsync<T>(Session session, Func<IWorkDisplay, Task<T>> work)
    {
        if (!session.ErrorScreen.IsLive())
        {
            return await work(new PlainWorkDisplay(session.Error, session.Log, session.Time)).ConfigureAwait(false);
        }

        return await session.ErrorScreen.Progress()
            .AutoClear(false)
            .HideCompleted(false)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new WorkColumn())
            .StartAsync(context => work(new LiveWorkDisplay(context, session.ErrorScreen, session.Log)))
            .ConfigureAwait(false);
    }
}
