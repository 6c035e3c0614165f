// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Guest.Settings;

/// <summary>A program that a person can start.</summary>
/// <param name="Id">Lower-case letters, digits, hyphens.</param>
/// <param name="Title">What people read.</param>
/// <param name="Command">The program, by its absolute path, and its fixed arguments.</param>
/// <param name="Arguments">What a caller may add behind them, in this order.</param>
internal sealed record ApplicationSettings(
    string Id, string Title, ImmutableArray<string> Command, ImmutableArray<ArgumentSettings> Arguments);
