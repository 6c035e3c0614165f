// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Guest.Settings;

/// <param name="Name">What callers call it.</param>
/// <param name="Kind">What is not of it is refused.</param>
/// <param name="Required">Whether the application can't be started without it.</param>
internal sealed record ArgumentSettings(string Name, ArgumentKind Kind, bool Required);
