// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>Something that happened on a device.</summary>
/// <param name="Number">Greater than that of all events before it since the device was started; there are gaps.</param>
/// <param name="Time">By the host's clock, in UTC.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Text">One line for people.</param>
/// <param name="Vm">The VM that it is about, or that caused it; null for the host.</param>
/// <param name="Topic">What a VM calls what it reports, such as <c>alert</c>; null for other kinds.</param>
public sealed record DeviceEvent(long Number, DateTimeOffset Time, DeviceEventKind Kind, string Text, string? Vm = null, string? Topic = null);
