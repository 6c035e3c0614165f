// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Settings;
using Ghaf.Rpc;

namespace Ghaf.Guest.Tests;

/// <summary>Values for tests that do not care which.</summary>
internal static class Some
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static ApplicationSettings Curl { get; } = new(
        "curl",
        "Fetch a page",
        ["/usr/bin/curl", "--silent"],
        [new("address", ArgumentKind.Url, true), new("file", ArgumentKind.Path, false), new("note", ArgumentKind.Text, false)]);

    public static GuestSettings Settings(params CallRule[] rules) => new("curl-vm", [.. rules], [Curl]);
}
