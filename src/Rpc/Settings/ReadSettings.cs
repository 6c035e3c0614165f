// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ghaf.Rpc;

/// <summary>Reads the settings of a daemon that its image carries, and finds everything in them that makes no sense.</summary>
public static class ReadSettings
{
    private const string Mend = "The file is generated: mend the device's definition and build the image again.";

    /// <param name="faults">All that is wrong with them, each with its place.</param>
    /// <exception cref="InvalidSettingsException">The file can't be read, or says something that makes no sense; all such places are named.</exception>
    public static T From<T>(string path, JsonTypeInfo<T> type, Func<T, IEnumerable<string>> faults)
        where T : class
    {
        try
        {
            return Parse(File.ReadAllText(path), path, type, faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingsException($"{path} can't be read: {e.Message} {Mend}", e);
        }
    }

    /// <inheritdoc cref="From"/>
    public static T Parse<T>(string text, string path, JsonTypeInfo<T> type, Func<T, IEnumerable<string>> faults)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(faults);
        T settings;
        try
        {
            settings = JsonSerializer.Deserialize(text, type)
                ?? throw new InvalidSettingsException($"{path} holds null instead of settings. {Mend}");
        }
        catch (JsonException e)
        {
            // .NET counts lines from 0.
            throw new InvalidSettingsException($"{path}, line {e.LineNumber + 1}, {e.Path ?? "$"}: {FirstSentence(e.Message)} {Mend}", e);
        }

        string[] found = [.. faults(settings)];
        return found is []
            ? settings
            : throw new InvalidSettingsException($"{path}:\n  {string.Join("\n  ", found)}\n{Mend}");
    }

    // The rest of .NET's message repeats path and line.
    private static string FirstSentence(string message) => message.Split(" Path:")[0];
}
