// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Every VM calls the host and, through the host's switchboard, every other VM, with its own identity and with every method of the
/// contract: what is not in the definition is denied, what is and does no harm is answered, and denials are events.
/// </summary>
internal sealed class VmsCallOnlyWhatTheyMay : IStatement
{
    public const string Try = "CREDENTIALS_DIRECTORY=/run/credentials/@system /usr/lib/ghaf/guestd try";
    private static readonly string[] Harmless = ["Guest/GetStatus", "Guest/GetTime", "Applications/List", "Vms/List"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public string Text => "VMs call the host and each other over vsock: what the definition allows is answered, all else is denied and told as an event";

    public TimeSpan Patience => TimeSpan.FromMinutes(8);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var answered = new List<string>();
        var denied = 0;
        foreach (var vm in context.Plan.Vms)
        {
            foreach (var called in (string[])[ExpectedRefusal.Host, .. context.Plan.Vms.Where(other => other != vm).Select(other => other.Name.Value)])
            {
                var rules = vm.Calls.Where(call => call.On == called).Select(call => call.Method).ToArray();
                foreach (var (method, status) in await TryAsync(context, vm, called, "except", rules, cancellation).ConfigureAwait(false))
                {
                    // Who may call nothing of a VM is not even connected.
                    var connects = called == ExpectedRefusal.Host || rules.Length > 0;
                    if (status != (connects ? ExpectedRefusal.Of(called, method) : ExpectedRefusal.Denied))
                    {
                        return StatementResult.False($"{vm.Name} called {method} of {called}: {status}");
                    }

                    denied++;
                }

                string[] allowed = [.. Harmless.Where(method => rules.Any(rule => rule == method || rule == method.Split('/')[0] + "/*"))];
                foreach (var (method, status) in await TryAsync(context, vm, called, "only", allowed, cancellation).ConfigureAwait(false))
                {
                    if (status != "OK")
                    {
                        return StatementResult.False($"{vm.Name} may call {method} of {called}: {status}");
                    }

                    answered.Add($"{vm.Name} {method} of {called}");
                }
            }

            if (!await WasToldAsync(context, vm, cancellation).ConfigureAwait(false))
            {
                return StatementResult.False($"no event tells that calls of {vm.Name} were denied");
            }
        }

        // That calls arrive is seen by the events, too, with which the host tells that it denied them.
        return StatementResult.True(
            $"{denied} calls denied; answered: {(answered.Count == 0 ? "none, as no VM may call anything harmless" : string.Join(", ", answered))}");
    }

    private static async Task<IReadOnlyList<(string Method, string Status)>> TryAsync(
        CheckContext context, VmPlan vm, string called, string which, string[] rules, CancellationToken cancellation)
    {
        if (which == "only" && rules.Length == 0)
        {
            return [];
        }

        // Applications/List PermissionDenied
        var script = $"{Try} {called} {which} {string.Join(' ', rules.Select(rule => $"'{rule}'"))} 2>&1";
        var text = await context.VmAsync(vm.Name, script, cancellation, Limit).ConfigureAwait(false);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToArray();
        return lines.Length > 0 && lines.All(words => words.Length == 2)
            ? [.. lines.Select(words => (words[0], words[1]))]
            : throw new StatementNotCheckedException($"{vm.Name} could not try {called}: {text}");
    }

    private static async Task<bool> WasToldAsync(CheckContext context, VmPlan vm, CancellationToken cancellation)
    {
        var events = await EventsCommand.AfterAsync(context.Device, vm.Name.Value, 0, cancellation).ConfigureAwait(false);
        return events.Any(e => e.Kind == DeviceEventKind.Denied);
    }
}
