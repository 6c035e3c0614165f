// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.EndToEnd.Tests;

/// <summary>
/// The packages of this checkout in a folder, and somebody's machine that knows no other feed and has no network: its home,
/// its tools, its projects. What was restored for this checkout before, such as the compiler of native code, is there too.
/// </summary>
public sealed class LocalFeed : IAsyncLifetime
{
    private static readonly string[] Packed = ["src/Model", "modules", "src/Cli", "templates"];
    private static readonly string[] WithoutNetwork = ["unshare", "--user", "--map-root-user", "--net"];

    private readonly string _root = Directory.CreateTempSubdirectory("ghaf-library-").FullName;

    public string Feed => Path.Combine(_root, "feed");

    /// <summary>The installed tool.</summary>
    public string Ghaf => Path.Combine(_root, "tools", "ghaf");

    /// <summary>The folder for projects; its nuget.config names the feed.</summary>
    public string Work => Path.Combine(_root, "work");

    public static string Version => "0.1.0";

    private static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private Dictionary<string, string?> Settings => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(_root, "nuget"),
        ["DOTNET_CLI_HOME"] = Path.Combine(_root, "home"),
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        ["GHAF_CHECKOUT"] = null,
    };

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        Directory.CreateDirectory(Work);
        await File.WriteAllTextAsync(Path.Combine(Work, "nuget.config"), Configuration());
        await PackAsync(Feed);
        await OkAsync(Work, "dotnet", "tool", "install", "Ghaf", "--tool-path", Path.GetDirectoryName(Ghaf)!, "--version", Version);
        await OkAsync(Work, "dotnet", "new", "install", $"Ghaf.Templates@{Version}");
    }

    /// <summary>Packs a copy of this checkout, each time in another folder.</summary>
    public async Task PackAsync(string feed)
    {
        using var checkout = FreshCheckout.Make("packed");
        checkout.Write("nuget.config", Configuration());
        foreach (var project in Packed)
        {
            await OkAsync(checkout.Folder, "dotnet", "pack", project, "--configuration", "Release", "--output", feed);
        }
    }

    /// <summary>Runs a command without network; it has to succeed.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> OkAsync(string folder, params string[] line)
    {
        using var run = GhafRun.Start([.. WithoutNetwork, .. line], folder, Settings);
        await run.EndAsync();
        run.ShouldEndWith(0);
        return run.Output;
    }

    /// <summary>Starts the tool with the machine's network.</summary>
    public GhafRun Start(string folder, params string[] arguments) => GhafRun.Start([Ghaf, .. arguments], folder, Settings);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Configuration() =>
        $"""
        <configuration>
          <packageSources><clear /><add key="local" value="{Feed}" /></packageSources>
          <fallbackPackageFolders><clear /><add key="restored" value="{Restored}" /></fallbackPackageFolders>
        </configuration>
        """;
}
