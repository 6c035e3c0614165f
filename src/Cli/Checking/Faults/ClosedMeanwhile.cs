// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>
/// While a part of the device is gone: tries a connection from one VM to another, and a call of the host, that are not allowed.
/// That the connection's target listens is shown by its gateway, which reaches it.
/// </summary>
internal sealed class ClosedMeanwhile : IAsyncDisposable
{
    private const string Method = "Vms/List";

    private readonly CheckContext _context;
    private readonly VmName _source;
    private readonly LinkPlan _target;
    private readonly TcpListener _listener;

    private ClosedMeanwhile(CheckContext context, VmName source, LinkPlan target, TcpListener listener) =>
        (_context, _source, _target, _listener) = (context, source, target, listener);

    /// <summary>How often it was tried.</summary>
    public int Tries { get; private set; }

    /// <summary>Between VMs that do not go down with the fault; null where the device has too few.</summary>
    public static async Task<ClosedMeanwhile?> StartAsync(CheckContext context, Fault fault, CancellationToken cancellation)
    {
        bool Stays(VmName vm) => !fault.LosesVm || vm.Value != fault.On;
        var target = context.Plan.Links.FirstOrDefault(
            link => Stays(link.Client) && context.Plan.Vms.All(vm => vm.Name != link.Client || !vm.Routes));
        var source = context.Plan.Vms.LastOrDefault(
            vm => vm.Name != target?.Client && vm.Name != target?.Gateway && Stays(vm.Name) && vm.Calls.All(call => call.On != ExpectedRefusal.Host));
        return target is null || source is null
            ? null
            : new ClosedMeanwhile(
                context,
                source.Name,
                target,
                await TcpListener.StartAsync(context, target.Client, target.ClientAddress, cancellation).ConfigureAwait(false));
    }

    /// <summary>Null, or what passed.</summary>
    public async Task<string?> TryAsync(CancellationToken cancellation)
    {
        Tries++;
        if (await TcpProbe.ReachesAsync(_context, _source, _listener, cancellation).ConfigureAwait(false))
        {
            return $"{_source} reached {_listener} in {_target.Client}";
        }

        var called = await _context.Device.VmAsync(
            _source.Value, $"{VmsCallOnlyWhatTheyMay.Try} {ExpectedRefusal.Host} only '{Method}' 2>&1", _context.ReadyLimit, cancellation).ConfigureAwait(false);
        return called.Text.Contains($"{Method} OK", StringComparison.Ordinal) ? $"{_source} called {Method} of the host" : null;
    }

    /// <summary>Null, or why the connection would not have been seen.</summary>
    public async Task<string?> BlindnessAsync(CancellationToken cancellation) =>
        await TcpProbe.ReachesAsync(_context, _target.Gateway, _listener, cancellation).ConfigureAwait(false)
            ? null
            : $"the probe is blind: {_target.Gateway} does not reach {_listener} in {_target.Client}";

    public ValueTask DisposeAsync() => _listener.DisposeAsync();
}
