// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Sizes;
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>What the requirements of the minimal host are judged by.</summary>
/// <param name="Plan">What the device was built from.</param>
/// <param name="Posture">What the running host says of itself.</param>
/// <param name="Size">What the image is made of.</param>
/// <param name="RootHash">The root hash of what this definition builds, in lower-case hexadecimal digits.</param>
internal sealed record HostEvidence(DevicePlan Plan, HostPosture Posture, SizeReport Size, string RootHash);
