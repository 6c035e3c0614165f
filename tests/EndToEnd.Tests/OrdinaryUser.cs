// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.EndToEnd.Tests;

/// <summary>
/// Somebody without privileges. Where the tests run as root, commands are run as the user “nobody”; elsewhere the tests'
/// own user is one already.
/// </summary>
internal sealed class OrdinaryUser : IDisposable
{
    private const string Nobody = "65534";

    private readonly string _home = Directory.CreateTempSubdirectory("ghaf-home-").FullName;

    /// <summary>What starts a command as this user.</summary>
    public string[] Prefix { get; } = Environment.UserName == "root"
        ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"]
        : [];

    /// <summary>The environment of this user: a home of its own, with nothing in it.</summary>
    public Dictionary<string, string?> Settings(EmptyStore store) => new(store.Settings)
    {
        ["HOME"] = _home,
        ["XDG_CACHE_HOME"] = null,
        ["XDG_STATE_HOME"] = null,
        ["XDG_RUNTIME_DIR"] = null,
        ["NUGET_PACKAGES"] = null,
    };

    /// <summary>Gives a folder to this user.</summary>
    public void Own(params string[] folders)
    {
        if (Prefix.Length == 0)
        {
            return;
        }

        using var chown = Process.Start("chown", ["-R", $"{Nobody}:{Nobody}", _home, .. folders]);
        chown.WaitForExit();
        Assert.Equal(0, chown.ExitCode);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
