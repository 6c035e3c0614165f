// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Rpc;

namespace Ghaf.Guest.Settings;

/// <summary>
/// What the image says about the VM that it is for:
/// <code>
/// { "name": "chromium-vm",
///   "callers": [ { "caller": "host", "method": "Guest/*" } ],
///   "applications": [ { "id": "chromium", "title": "Chromium", "command": [ "/usr/bin/chromium" ],
///                       "arguments": [ { "name": "url", "kind": "url", "required": false } ] } ] }
/// </code>
/// </summary>
/// <param name="Name">Of the VM; its certificate has to be for the same.</param>
/// <param name="Callers">Who may call what; everything else is refused.</param>
/// <param name="Applications">What can be started.</param>
internal sealed record GuestSettings(
    string Name, ImmutableArray<CallRule> Callers, ImmutableArray<ApplicationSettings> Applications);
