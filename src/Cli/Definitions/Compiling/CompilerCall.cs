// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The call of the SDK's C# compiler for a definition.</summary>
internal static class CompilerCall
{
    public static Command For(Checkout checkout, CompiledProject project, DefinitionSource definition, ProgramFolder folder) => new(
        project.DotNet,
        [
            "exec", project.Compiler,
            "-nologo", "-noconfig", "-nostdlib+", "-target:exe", "-deterministic+", "-debug:embedded", "-utf8output",
            "-preferreduilang:en",
            // Lines such as #:project are the SDK's, not C#.
            "-features:FileBasedProgram",
            .. project.Options,
            $"-out:{folder.Program}",
            .. project.References.Select(reference => $"-reference:{reference}"),
            definition.File, folder.Usings,
        ])
    {
        Environment = SdkEnvironment.Quiet(),

        // What the compiler says about files is relative to here.
        WorkingDirectory = checkout.Root,
        FailureThrows = false,
    };
}
