// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Settings;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Guest.Applications;

/// <summary>An application's command line, of its fixed beginning and what a caller adds.</summary>
internal static class ComposeCommand
{
    /// <exception cref="RpcException">An argument is unknown, there twice, missing or not of its kind.</exception>
    public static IReadOnlyList<string> Of(ApplicationSettings application, IReadOnlyCollection<Argument> given)
    {
        var known = application.Arguments.Select(a => a.Name).ToArray();
        if (given.FirstOrDefault(g => !known.Contains(g.Name)) is { } unknown)
        {
            throw Invalid(application, $"has no argument “{unknown.Name}”; it has {(known is [] ? "none" : string.Join(", ", known))}.");
        }

        if (given.GroupBy(g => g.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } repeated)
        {
            throw Invalid(application, $"was given “{repeated.Key}” more than once.");
        }

        return [.. application.Command, .. Values(application, given.ToDictionary(g => g.Name, g => g.Value, StringComparer.Ordinal))];
    }

    private static IEnumerable<string> Values(ApplicationSettings application, Dictionary<string, string> given)
    {
        string? missing = null;
        foreach (var argument in application.Arguments)
        {
            if (!given.TryGetValue(argument.Name, out var value))
            {
                missing ??= argument.Name;
                if (argument.Required)
                {
                    throw Invalid(application, $"can't be started without “{argument.Name}”.");
                }

                continue;
            }

            // The program knows them by their places only.
            if (missing is not null)
            {
                throw Invalid(application, $"can't be given “{argument.Name}” without “{missing}”, which comes before it.");
            }

            if (CheckArgument.FaultOf(argument.Kind, value) is { } fault)
            {
                throw Invalid(application, $"can't be given this “{argument.Name}”: {fault}.");
            }

            yield return value;
        }
    }

    private static RpcException Invalid(ApplicationSettings application, string what) =>
        new(new Status(StatusCode.InvalidArgument, $"“{application.Id}” {what}"));
}
