// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Agents;
using Ghaf.Host.Clocks;
using Ghaf.Host.Configuration;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

/// <summary>Agents that answer at once; they write down what they are asked.</summary>
internal sealed class FakeAgents : IAgents
{
    public List<string> Asked { get; } = [];

    /// <summary>VMs whose agents do not answer, and what is said of it.</summary>
    public Dictionary<string, string> Silent { get; } = [];

    public static GuestReport Report(string vm) => new(
        vm, "1.0", "boot1", 60, 0.25, 0.01, 256 << 20, 128 << 20, 0.5, "running", [], DateTimeOffset.UnixEpoch.AddDays(30), 0);

    public static ApplicationStatus Application(string vm) => new(vm, "fetch", "Fetch a page", "active");

    public Task<GuestReport> ReportAsync(SupervisedVm vm, CancellationToken cancel) => Answer($"report {vm.Name}", vm, Report(vm.Name));

    public Task<IReadOnlyList<ApplicationStatus>> ApplicationsAsync(SupervisedVm vm, CancellationToken cancel) =>
        Answer<IReadOnlyList<ApplicationStatus>>($"list {vm.Name}", vm, [Application(vm.Name)]);

    public Task StartAsync(SupervisedVm vm, string application, IEnumerable<string> arguments, CancellationToken cancel) =>
        Answer(string.Join(' ', ["start", vm.Name, application, .. arguments]), vm, true);

    public Task StopAsync(SupervisedVm vm, string application, CancellationToken cancel) => Answer($"stop {vm.Name} {application}", vm, true);

    public Task RenewAsync(SupervisedVm vm, CancellationToken cancel) => Answer($"renew {vm.Name}", vm, true);

    /// <summary>What is answered about clocks, one after the other; then that all is well.</summary>
    public Queue<ClockReading> Clocks { get; } = [];

    public Task<ClockReading> ClockAsync(SupervisedVm vm, CancellationToken cancel) =>
        Answer($"clock {vm.Name}", vm, Clocks.TryDequeue(out var reading) ? reading : new ClockReading(TimeSpan.Zero, TimeSpan.Zero));

    public Task<TimeSpan> SetClockAsync(SupervisedVm vm, TimeSpan way, CancellationToken cancel) =>
        Answer($"set clock {vm.Name} {way.TotalMilliseconds}", vm, Moved);

    /// <summary>By how much clocks are stepped.</summary>
    public TimeSpan Moved { get; set; }

    private Task<T> Answer<T>(string asked, SupervisedVm vm, T answer)
    {
        Asked.Add(asked);
        return Silent.TryGetValue(vm.Name, out var reason) ? Task.FromException<T>(new AgentException(reason)) : Task.FromResult(answer);
    }
}
