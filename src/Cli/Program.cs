// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli;

using var interruption = Interruption.Watch();
var session = new Session
{
    Output = Console.Out,
    Error = Console.Error,
    Screen = Screens.Of(Console.Out, Console.IsOutputRedirected),
    ErrorScreen = Screens.Of(Console.Error, Console.IsErrorRedirected),
    Log = LogFile.Default(TimeProvider.System),
    Interruption = interruption,
};
return await CommandLine.RunAsync(args, session).ConfigureAwait(false);
