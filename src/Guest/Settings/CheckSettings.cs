// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Ghaf.Rpc;

namespace Ghaf.Guest.Settings;

/// <summary>Finds everything in the settings that makes no sense, each with its place.</summary>
internal static partial class CheckSettings
{
    public static IEnumerable<string> FaultsOf(GuestSettings settings)
    {
        foreach (var fault in CheckRules.FaultsOf(settings.Name, settings.Callers, ContractMethod.OfGuests))
        {
            yield return fault;
        }

        for (var i = 0; i < settings.Applications.Length; i++)
        {
            foreach (var fault in FaultsOf(settings.Applications[i]))
            {
                yield return $"applications[{i}]{fault}";
            }
        }

        foreach (var id in Repeated(settings.Applications.Select(a => a.Id)))
        {
            yield return $"applications: “{id}” is there more than once.";
        }
    }

    private static IEnumerable<string> FaultsOf(ApplicationSettings application)
    {
        if (!Id().IsMatch(application.Id))
        {
            yield return $".id: “{application.Id}” has to be of lower-case letters, digits and hyphens, at most 64.";
        }

        if (application.Command is not [['/', ..], ..])
        {
            yield return ".command: it has to begin with the absolute path of a program.";
        }

        foreach (var name in Repeated(application.Arguments.Select(a => a.Name)))
        {
            yield return $".arguments: “{name}” is there more than once.";
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
