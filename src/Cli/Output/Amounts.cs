// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>Durations and progress in words.</summary>
internal static class Amounts
{
    /// <summary><c>0.4 s</c>, <c>38 s</c>, <c>2 min 5 s</c>, <c>3 h 7 min</c>.</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => $"{time.TotalSeconds:0.0} s",
        { TotalMinutes: < 1 } => $"{Math.Floor(time.TotalSeconds):0} s",
        { TotalHours: < 1 } => $"{time.Minutes} min {time.Seconds} s",
        _ => $"{Math.Floor(time.TotalHours):0} h {time.Minutes} min",
    };

    /// <summary><c>12 MiB of 310 MiB, 4.1 MiB/s, 73 s left</c>.</summary>
    public static string Of(FetchProgress fetch)
    {
        var text = $"{fetch.Done} of {fetch.Total}, {fetch.Rate}/s";
        var left = fetch.Total.Bytes - fetch.Done.Bytes;
        return left > 0 && fetch.Rate.Bytes > 0
            ? $"{text}, {Of(TimeSpan.FromSeconds(Math.Ceiling((double)left / fetch.Rate.Bytes)))} left"
            : text;
    }
}
