// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ghaf.Cli;

/// <summary>Help that lists a command's own arguments, and not those of the command that it belongs to.</summary>
internal sealed class OwnArgumentsHelp(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    // Whoever asks for help has not given the arguments yet.
    public override bool ClearsParseErrors => true;

    public static RootCommand In(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new OwnArgumentsHelp((SynchronousCommandLineAction)help.Action!);
        return root;
    }

    public override int Invoke(ParseResult parseResult)
    {
        foreach (var argument in parseResult.CommandResult.Command.Parents.OfType<Command>().SelectMany(parent => parent.Arguments))
        {
            argument.Hidden = true;
        }

        return usual.Invoke(parseResult);
    }
}
