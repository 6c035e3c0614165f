// SPDX-License-Identifier: Apache-2.0
using Spectre.Console;

namespace Ghaf.Cli;

/// <summary>Makes Spectre's consoles: lively on a terminal, plain in a pipe, a log or a CI.</summary>
internal static class Screens
{
    // Wide enough that no line of a plain log is cut.
    private const int PlainWidth = 160;

    public static IAnsiConsole Of(TextWriter writer, bool redirected)
    {
        var ci = Environment.GetEnvironmentVariable("CI") is "true" or "1";
        var lively = !redirected && !ci;
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = lively ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = lively ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = lively ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!lively)
        {
            screen.Profile.Width = PlainWidth;
        }

        return screen;
    }

    /// <summary>Whether parts of the screen can be painted anew.</summary>
    public static bool IsLive(this IAnsiConsole screen) =>
        screen.Profile.Capabilities is { Ansi: true, Interactive: true };
}
