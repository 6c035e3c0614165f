// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>One request to the host daemon: one line of JSON.</summary>
/// <param name="Id">Chosen by the client, unlike any before it; the reply repeats it.</param>
/// <param name="Verb">What to do.</param>
/// <param name="Name">The VM; null for verbs about the device. For <see cref="ControlVerb.Console"/> also <c>host</c>.</param>
/// <param name="Arguments">The command and its arguments, for exec and exec-host.</param>
/// <param name="TimeoutSeconds">How long the daemon may work on it, 1 to 3600; null takes the verb's default.</param>
/// <param name="Lines">How many lines of each log, 1 to 10000; null means 50.</param>
/// <param name="After">For events: only those with a greater number; null means all that are kept.</param>
/// <param name="Query">For search-logs.</param>
public sealed record ControlRequest(
    string Id,
    ControlVerb Verb,
    string? Name = null,
    IReadOnlyList<string>? Arguments = null,
    int? TimeoutSeconds = null,
    int? Lines = null,
    long? After = null,
    LogQuery? Query = null)
{
    /// <summary>The name that stands for the host where a VM's name is expected.</summary>
    public const string Host = "host";

    /// <summary>A request with an id of its own.</summary>
    public static ControlRequest Create(ControlVerb verb, string? name = null, params IReadOnlyList<string> arguments)
        => new(Guid.NewGuid().ToString("N"), verb, name, arguments is { Count: > 0 } ? arguments : null);
}
