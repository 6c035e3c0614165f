// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Steering;

/// <summary>What can be done with a VM.</summary>
internal enum VmOrder
{
    Start,
    Stop,
    Restart,
    Pause,
    Resume,
}
