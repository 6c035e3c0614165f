// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;

namespace Ghaf.Cli;

/// <summary>What people write to say which lines of a log they want.</summary>
internal static class LogOptions
{
    /// <summary>syslog(3)'s, the most urgent first.</summary>
    public static ImmutableArray<string> Priorities { get; } = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"];

    /// <summary>By its name or its number.</summary>
    /// <param name="refuse">Told what is wrong.</param>
    public static int Priority(string text, Action<string> refuse)
    {
        if (text is [>= '0' and <= '7'])
        {
            return text[0] - '0';
        }

        var number = Priorities.IndexOf(text);
        if (number < 0)
        {
            refuse($"“{text}” is no priority; there are {string.Join(", ", Priorities)}, and 0 to 7.");
        }

        return number;
    }

    /// <summary><c>90s</c>, <c>10m</c>, <c>2h</c>, <c>3d</c>.</summary>
    /// <param name="refuse">Told what is wrong.</param>
    public static TimeSpan? Since(string text, Action<string> refuse)
    {
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100_000)
        {
            switch (text[^1])
            {
                case 's': return TimeSpan.FromSeconds(number);
                case 'm': return TimeSpan.FromMinutes(number);
                case 'h': return TimeSpan.FromHours(number);
                case 'd': return TimeSpan.FromDays(number);
            }
        }

        refuse($"“{text}” is no time; write 90s, 10m, 2h or 3d.");
        return null;
    }

    /// <summary>As systemctl takes it: a name without an ending is a service.</summary>
    public static string? Unit(string? text) => text is { Length: > 0 } && !text.Contains('.', StringComparison.Ordinal) ? text + ".service" : text;
}
