// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>What each command prints with <c>--format json</c>. Every command is in this table; a test sees to that.</summary>
internal static class CommandOutputs
{
    /// <summary>By the command's words. Null for a command whose only output is text, a program or a console.</summary>
    public static ImmutableSortedDictionary<string, JsonTypeInfo?> All { get; } = new Dictionary<string, JsonTypeInfo?>
    {
        ["show"] = CliJson.Default.ShownTargetArray,
        ["plan"] = PlanSchema.Type,
        ["explain"] = CliJson.Default.ExplainedValueArray,
        ["diff"] = CliJson.Default.PlanChangeArray,
        ["lock"] = CliJson.Default.LockReport,
        ["lock update"] = CliJson.Default.LockReport,
        ["lock diff"] = CliJson.Default.DiffReport,
        ["lock verify"] = CliJson.Default.VerifyReport,
        ["size"] = CliJson.Default.SizeReport,
        ["build"] = CliJson.Default.BuildReport,
        ["kernel build"] = CliJson.Default.KernelReportArray,
        ["kernel config"] = CliJson.Default.OptionReportArray,
        ["kernel check"] = CliJson.Default.HardeningReport,

        // With --check; without it a line of status whenever something changes.
        ["run"] = CliJson.Default.CheckReport,
        ["status"] = CliJson.Default.DeviceOverview,
        ["events"] = CliJson.Default.DeviceEventArray,
        ["app list"] = CliJson.Default.ApplicationStatusArray,
        ["app start"] = CliJson.Default.ApplicationStatusArray,
        ["app stop"] = CliJson.Default.ApplicationStatusArray,

        // With --follow a line for each, as one of these lines.
        ["logs"] = CliJson.Default.LogPage,
        ["logs verify"] = CliJson.Default.LogVerdictArray,
        ["vm renew-identity"] = CliJson.Default.GuestReport,
        ["vm list"] = CliJson.Default.DeviceStatus,
        ["vm start"] = CliJson.Default.DeviceStatus,
        ["vm stop"] = CliJson.Default.DeviceStatus,
        ["vm restart"] = CliJson.Default.DeviceStatus,
        ["vm pause"] = CliJson.Default.DeviceStatus,
        ["vm resume"] = CliJson.Default.DeviceStatus,
        ["vm kill"] = CliJson.Default.DeviceStatus,
        ["vm logs"] = CliJson.Default.CommandOutput,
        ["vm exec"] = CliJson.Default.CommandOutput,
        ["vm console"] = null,
        ["console"] = null,
        ["secureboot keys create"] = CliJson.Default.SecureBootKeysReport,
        ["secureboot enroll"] = CliJson.Default.SecureBootKeysReport,
        ["secureboot status"] = CliJson.Default.SecureBootStatus,
        ["store path"] = CliJson.Default.String,
        ["store gc"] = CliJson.Default.StoreReport,
        ["doctor"] = CliJson.Default.DoctorReport,
        ["hardware scan"] = CliJson.Default.HardwareReport,
        ["init"] = CliJson.Default.InitReport,
        ["native"] = CliJson.Default.NativeReport,
        ["completion"] = null,
        ["schema"] = null,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
