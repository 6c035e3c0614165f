// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;
using Ghaf.Cli.Checking;
using Ghaf.Cli.Hardware;
using Ghaf.Cli.Kernels;
using Ghaf.Cli.Locking;
using Ghaf.Cli.Sizes;
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>What commands print with <c>--format json</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    Converters = [typeof(ByteSizeConverter)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ShownTarget[]))]
[JsonSerializable(typeof(ExplainedValue[]))]
[JsonSerializable(typeof(PlanChange[]))]
[JsonSerializable(typeof(DeviceStatus))]
[JsonSerializable(typeof(DeviceOverview))]
[JsonSerializable(typeof(GuestReport))]
[JsonSerializable(typeof(ApplicationStatus[]))]
[JsonSerializable(typeof(DeviceEvent[]))]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(LogVerdict[]))]
[JsonSerializable(typeof(CommandOutput))]
[JsonSerializable(typeof(BuildReport))]
[JsonSerializable(typeof(SizeReport))]
[JsonSerializable(typeof(KernelReport[]))]
[JsonSerializable(typeof(OptionReport[]))]
[JsonSerializable(typeof(HardeningReport))]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(RunningDevice[]))]
[JsonSerializable(typeof(DoctorReport))]
[JsonSerializable(typeof(StoreReport))]
[JsonSerializable(typeof(NativeReport))]
[JsonSerializable(typeof(SecureBootKeysReport))]
[JsonSerializable(typeof(SecureBootStatus))]
[JsonSerializable(typeof(LockReport))]
[JsonSerializable(typeof(DiffReport))]
[JsonSerializable(typeof(VerifyReport))]
[JsonSerializable(typeof(HardwareReport))]
[JsonSerializable(typeof(InitReport))]
[JsonSerializable(typeof(ListedTemplate[]))]
internal sealed partial class CliJson : JsonSerializerContext;
