// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.Guest.Settings;

/// <summary>Reads the settings that the image carries.</summary>
internal static class SettingsFile
{
    public const string Path = "/etc/ghaf/guestd.json";

    private const string Mend = "The file is generated: mend the device's definition and build the image again.";

    /// <exception cref="InvalidSettingsException">It can't be read, or says something that makes no sense; all such places are named.</exception>
    public static GuestSettings Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingsException($"{path} can't be read: {e.Message} {Mend}", e);
        }
    }

    internal static GuestSettings Parse(string text, string path)
    {
        GuestSettings settings;
        try
        {
            settings = JsonSerializer.Deserialize(text, SettingsJson.Default.GuestSettings)
                ?? throw new InvalidSettingsException($"{path} holds null instead of settings. {Mend}");
        }
        catch (JsonException e)
        {
            // .NET counts lines from 0.
            throw new InvalidSettingsException($"{path}, line {e.LineNumber + 1}, {e.Path ?? "$"}: {FirstSentence(e.Message)} {Mend}", e);
        }

        string[] faults = [.. CheckSettings.FaultsOf(settings)];
        return faults is []
            ? settings
            : throw new InvalidSettingsException($"{path}:\n  {string.Join("\n  ", faults)}\n{Mend}");
    }

    // The rest of .NET's message repeats path and line.
    private static string FirstSentence(string message) => message.Split(" Path:")[0];
}
