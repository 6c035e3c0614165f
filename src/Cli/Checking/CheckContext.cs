// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>What statements ask with.</summary>
/// <param name="Device">The running device.</param>
/// <param name="Plan">What it was built from.</param>
/// <param name="Token">The content of the only page of the web server outside.</param>
/// <param name="ReadyLimit">How long a VM may take to be ready again.</param>
internal sealed record CheckContext(IDevice Device, DevicePlan Plan, string Token, TimeProvider Time, TimeSpan ReadyLimit)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>For putting things back: it outlives the statement's own token by a moment. Default: no end.</summary>
    public CancellationToken CleanUp { get; init; }

    /// <summary>The VM whose card leads outside.</summary>
    public VmPlan UplinkVm => Plan.Vms.FirstOrDefault(vm => vm.Uplink is not null)
        ?? throw new StatementNotCheckedException("No VM of this device has an uplink.");

    /// <summary>What a script printed on the host, without the last line feed.</summary>
    /// <exception cref="StatementNotCheckedException">Its exit status was not 0.</exception>
    public async Task<string> HostAsync(string script, CancellationToken cancellation) =>
        Demand("the host", script, await Device.HostAsync(script, Limit, cancellation).ConfigureAwait(false));

    /// <summary>The same outside of the daemon's own unit, which may not open Internet sockets.</summary>
    public Task<string> HostUnitAsync(string script, CancellationToken cancellation)
    {
        // Without a message bus systemd-run has neither --pipe nor --wait; it does wait for the start of a oneshot.
        var quoted = script.Replace("'", "'\\''", StringComparison.Ordinal);
        return HostAsync(
            "o=/run/ghaf-ask.out; rm -f $o; systemd-run --quiet --collect --unit=ghaf-ask.service -p Type=oneshot "
            + $"-p StandardOutput=file:$o -p StandardError=file:$o /bin/bash -c '{quoted}'; s=$?; cat $o; rm -f $o; exit $s",
            cancellation);
    }

    /// <inheritdoc cref="HostAsync"/>
    public async Task<string> VmAsync(VmName vm, string script, CancellationToken cancellation, TimeSpan? limit = null) =>
        Demand(vm.Value, script, await Device.VmAsync(vm.Value, script, limit ?? Limit, cancellation).ConfigureAwait(false));

    /// <summary>Whether a script's exit status is 0.</summary>
    public async Task<bool> VmSucceedsAsync(VmName vm, string script, CancellationToken cancellation) =>
        (await Device.VmAsync(vm.Value, script, Limit, cancellation).ConfigureAwait(false)).ExitCode == 0;

    public async Task<DeviceStatus> StatusAsync(CancellationToken cancellation) =>
        (await Device.AskAsync(ControlRequest.Create(ControlVerb.Status), Limit, cancellation).ConfigureAwait(false)).Status
        ?? throw new StatementNotCheckedException("The device answered without a status.");

    public async Task<VmStatus> StatusAsync(VmName vm, CancellationToken cancellation) =>
        (await StatusAsync(cancellation).ConfigureAwait(false)).Vms.FirstOrDefault(status => status.Name == vm.Value)
        ?? throw new StatementNotCheckedException($"The device does not report {vm}.");

    /// <summary>Waits until something is true of a VM.</summary>
    /// <exception cref="StatementNotCheckedException">It did not become true within <see cref="ReadyLimit"/>.</exception>
    public async Task<VmStatus> WaitAsync(VmName vm, Func<VmStatus, bool> wanted, string what, CancellationToken cancellation)
    {
        var begun = Time.GetTimestamp();
        while (true)
        {
            var status = await StatusAsync(vm, cancellation).ConfigureAwait(false);
            if (wanted(status))
            {
                return status;
            }

            if (Time.GetElapsedTime(begun) > ReadyLimit)
            {
                throw new StatementNotCheckedException(
                    $"{vm} was not {what} within {ReadyLimit.TotalSeconds:0} s; it is {StatusTable.Word(status.State)}. {status.Reason}");
            }

            await Task.Delay(Pause, Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Asks again while the device does not answer, or a VM not yet.</summary>
    /// <exception cref="StatementNotCheckedException">It did not within <see cref="ReadyLimit"/>.</exception>
    public async Task<T> RetryAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        var begun = Time.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is RefusedException or StatementNotCheckedException && Time.GetElapsedTime(begun) < ReadyLimit)
            {
                await Task.Delay(Pause, Time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static string Demand(string where, string script, CommandOutput output) => output.ExitCode == 0
        ? output.Text.TrimEnd()
        : throw new StatementNotCheckedException(
            $"On {where}, `{script.Split('\n')[0]}` ended with status {output.ExitCode}: {output.Text.Trim()}");
}
