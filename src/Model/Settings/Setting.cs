// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>One call in a definition: this key, this value, from here.</summary>
/// <param name="Value">Of the key's type; for a list one element, or for a replacement null.</param>
internal sealed record Setting(SettingKey Key, SettingAction Action, object? Value, Origin Origin);
