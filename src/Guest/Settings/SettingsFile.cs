// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc;

namespace Ghaf.Guest.Settings;

/// <summary>The settings that the image carries.</summary>
internal static class SettingsFile
{
    public const string Path = "/etc/ghaf/guestd.json";

    /// <exception cref="InvalidSettingsException">It can't be read, or says something that makes no sense; all such places are named.</exception>
    public static GuestSettings Read(string path) => ReadSettings.From(path, SettingsJson.Default.GuestSettings, CheckSettings.FaultsOf);

    internal static GuestSettings Parse(string text, string path) =>
        ReadSettings.Parse(text, path, SettingsJson.Default.GuestSettings, CheckSettings.FaultsOf);
}
