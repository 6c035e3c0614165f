// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>Settings of one VM or of all of them.</summary>
public abstract record VirtualSystemSpec<TSelf> : SystemSpec<TSelf>
    where TSelf : VirtualSystemSpec<TSelf>
{
    private protected VirtualSystemSpec()
    {
    }

    /// <inheritdoc cref="VmKeys.Memory"/>
    public TSelf Memory(ByteSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Memory, size, file, line);

    /// <inheritdoc cref="VmKeys.Cores"/>
    public TSelf Cores(int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Cores, count, file, line);

    /// <inheritdoc cref="VmKeys.Hypervisor"/>
    public TSelf Hypervisor(
        Hypervisor hypervisor, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Hypervisor, hypervisor, file, line);

    /// <inheritdoc cref="VmKeys.Machine"/>
    public TSelf Machine(MachineType machine, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Machine, machine, file, line);

    /// <inheritdoc cref="VmKeys.HypervisorArguments"/>
    public TSelf HypervisorArguments(
        IEnumerable<HypervisorArgument> arguments, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.HypervisorArguments, arguments, file, line);

    /// <inheritdoc cref="VmKeys.Gateway"/>
    public TSelf Gateway(string vm, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Gateway, vm, file, line);

    /// <inheritdoc cref="VmKeys.Openings"/>
    public TSelf Openings(
        IEnumerable<FirewallOpening> openings, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.Openings, openings, file, line);

    /// <inheritdoc cref="VmKeys.Calls"/>
    public TSelf Calls(
        IEnumerable<AllowedCall> calls, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.Calls, calls, file, line);

    /// <inheritdoc cref="VmKeys.Shares"/>
    public TSelf Shares(
        IEnumerable<Share> shares, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.Shares, shares, file, line);
}
