// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>
/// Shell functions that ask ghaf itself what may come next: <c>ghaf [suggest:POSITION] LINE</c> prints a word on each line.
/// </summary>
internal static class CompletionScripts
{
    public static readonly string[] Shells = ["bash", "zsh", "fish"];

    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, null),
    };

    // The word may be a path: then the shell's own completion follows.
    private const string Bash = """
        # Completion of ghaf for bash. Put it to work with:  source <(ghaf completion bash)
        _ghaf() {
          local word=${COMP_WORDS[COMP_CWORD]}
          mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word")
        }
        complete -o default -F _ghaf ghaf ./ghaf

        """;

    private const string Zsh = """
        #compdef ghaf
        # Completion of ghaf for zsh. Put it to work with:  source <(ghaf completion zsh)
        _ghaf() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          if (( ${#found} )) && [[ -n ${found[1]} ]]; then compadd -a found; else _files; fi
        }
        compdef _ghaf ghaf ./ghaf

        """;

    private const string Fish = """
        # Completion of ghaf for fish. Put it to work with:  ghaf completion fish | source
        function __ghaf_suggestions
          set --local line (commandline --current-process)
          (commandline --tokenize)[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete --command ghaf --arguments '(__ghaf_suggestions)'

        """;
}
