// SPDX-License-Identifier: Apache-2.0
using System.Collections;
using System.Collections.Immutable;

namespace Ghaf.Cli;

/// <summary>The variables with which ghaf calls the .NET SDK.</summary>
internal static class SdkEnvironment
{
    /// <summary>
    /// Ours, and what makes the SDK say nothing but errors, in English, and leave no servers running: they would be shared
    /// with somebody else's build.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> Quiet() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToImmutableSortedDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal)
            .SetItem("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
            .SetItem("DOTNET_NOLOGO", "1")
            .SetItem("DOTNET_CLI_UI_LANGUAGE", "en")
            .SetItem("DOTNET_CLI_USE_MSBUILD_SERVER", "0")
            .SetItem("MSBUILDDISABLENODEREUSE", "1")
            .SetItem("UseSharedCompilation", "false")
            .SetItem("MSBUILDTERMINALLOGGER", "off");
}
