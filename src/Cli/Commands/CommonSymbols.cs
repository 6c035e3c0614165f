// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;

namespace Ghaf.Cli;

/// <summary>Arguments and options that several commands share, so that they read the same everywhere.</summary>
internal static class CommonSymbols
{
    /// <summary>On the root, for all commands.</summary>
    public static Option<OutputFormat> Format { get; } = new("--format")
    {
        Description = "Who reads the result",
        HelpName = "text|json",
        Recursive = true,
        CustomParser = result =>
        {
            var word = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (word is "text" or "json")
            {
                return word == "json" ? OutputFormat.Json : OutputFormat.Text;
            }

            result.AddError($"“{word}” is no format; there are text and json.");
            return OutputFormat.Text;
        },
    };

    public static Argument<string> Target(Session session)
    {
        // Without a name for the help, the help would list all of its completions.
        var target = new Argument<string>("TARGET")
        {
            Description = "What `ghaf show` lists, such as vm-debug, or a plan's file",
            HelpName = "TARGET",
        };
        target.CompletionSources.Add(_ => SuggestTargets.Of(session));
        return target;
    }

    public static Option<string?> RunningTarget() => new("--target")
    {
        Description = "Which running device; not needed when there is only one",
        HelpName = "TARGET",
    };

    public static Argument<string> Vm() => new("NAME") { Description = "A VM, such as net-vm" };
}
