// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>An event as a line: <c>2026-01-31 10:00:00.123Z  state     net-vm is ready</c></summary>
internal static class EventText
{
    public static string Of(DeviceEvent happened) => string.Create(
        CultureInfo.InvariantCulture,
        $"{happened.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z  {happened.Kind.ToString().ToLowerInvariant(),-8}  {Said(happened)}");

    // What others tell is told as theirs.
    private static string Said(DeviceEvent happened) => happened.Kind == DeviceEventKind.Report
        ? $"{happened.Vm} says {happened.Topic}: {happened.Text}"
        : happened.Text;
}
