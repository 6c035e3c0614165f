// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Host.Guests;

/// <summary>
/// Remembers over a restart of vmd which guests were ready: each says so only once. One file per VM that holds the run's
/// invocation id and the moment on both clocks:
/// <code>4f0c…9e 2026-01-31T10:00:00.0000000+00:00 00:00:12.3456789</code>
/// </summary>
internal sealed class ReadyMarks(string directory)
{
    public void Write(string vm, GuestState state)
    {
        Directory.CreateDirectory(directory);
        if (state.ReadyAt is { } ready)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{state.Invocation} {ready.Time:O} {ready.Monotonic:c}");
            var temporary = FileOf(vm) + ".new";
            File.WriteAllText(temporary, text);
            File.Move(temporary, FileOf(vm), overwrite: true);
        }
        else
        {
            File.Delete(FileOf(vm));
        }
    }

    /// <summary>What is known of the VM; null when nothing is, or when the file is damaged.</summary>
    public GuestState? Read(string vm)
    {
        try
        {
            return File.ReadAllText(FileOf(vm)).Split(' ') is [var invocation, var time, var monotonic]
                && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out var wall)
                && TimeSpan.TryParse(monotonic, CultureInfo.InvariantCulture, out var since)
                ? new GuestState(invocation, new Moment(wall, since))
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string FileOf(string vm) => Path.Combine(directory, vm + ".ready");
}
