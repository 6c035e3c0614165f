// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>The VM that inspects what others send outside, and requests of those behind it for the page outside.</summary>
internal sealed class InspectedWay
{
    private const string Unit = "suricata.service";

    private static readonly TimeSpan TellLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly CheckContext _context;

    private InspectedWay(CheckContext context, VmName inspector, ImmutableArray<LinkPlan> links)
    {
        _context = context;
        Inspector = inspector;
        Links = links;
    }

    public VmName Inspector { get; }

    /// <summary>To those directly behind it; there is at least one.</summary>
    public ImmutableArray<LinkPlan> Links { get; }

    /// <summary>Null where no VM inspects, or where it has nobody behind it.</summary>
    public static InspectedWay? Find(CheckContext context)
    {
        if (context.Plan.Vms.FirstOrDefault(vm => vm.Packages.Contains("suricata")) is not { Name: var inspector })
        {
            return null;
        }

        ImmutableArray<LinkPlan> links = [.. context.Plan.Links.Where(link => link.Gateway == inspector)];
        return links.IsEmpty ? null : new InspectedWay(context, inspector, links);
    }

    /// <summary>Whether a VM gets the page outside; by its address, so that a name that is not found is not taken for a way that is shut.</summary>
    public async Task<bool> FetchesAsync(VmName client, CancellationToken cancellation, string path = "/", string agent = "ghaf") =>
        (await _context.VmAsync(
            client,
            $"printf 'GET {path} HTTP/1.0\\r\\nHost: {Outside.WebName}\\r\\nUser-Agent: {agent}\\r\\n\\r\\n' | nc -w 8 {Outside.MachineAddress} 80; exit 0",
            cancellation).ConfigureAwait(false)).Contains(_context.Token, StringComparison.Ordinal);

    /// <summary>The alert in the inspector's journal about a request for this path; null if there is none in time.</summary>
    public async Task<Alert?> AlertAsync(string path, CancellationToken cancellation)
    {
        var begun = _context.Time.GetTimestamp();
        while (true)
        {
            var lines = await _context.VmAsync(
                Inspector, $"journalctl -t suricata -o cat --no-pager | grep -F '{path}' | tail -n 1", cancellation).ConfigureAwait(false);
            if (lines.Length > 0)
            {
                return Read(lines);
            }

            if (_context.Time.GetElapsedTime(begun) > TellLimit)
            {
                return null;
            }

            await Task.Delay(Pause, _context.Time, cancellation).ConfigureAwait(false);
        }
    }

    public Task StopAsync(CancellationToken cancellation) => _context.VmAsync(Inspector, $"systemctl stop {Unit}", cancellation);

    /// <summary>Starts the inspector anew: it is there again, and nobody is shut out any more.</summary>
    public async Task RestartAsync()
    {
        var result = await _context.Device.VmAsync(
            Inspector.Value, $"systemctl restart {Unit}", StartLimit, _context.CleanUp).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            throw new StatementNotCheckedException($"The inspector in {Inspector} could not be started again: {result.Text.Trim()}");
        }
    }

    // {"event_type":"alert","src_ip":"10.71.2.2",…,"alert":{"action":"allowed","signature_id":9100001,"signature":"…","severity":3},…}
    private Alert Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var alert = json.RootElement.GetProperty("alert");
            return new Alert(
                alert.GetProperty("signature_id").GetInt32(),
                alert.GetProperty("signature").GetString()!,
                alert.GetProperty("action").GetString() == "blocked",
                json.RootElement.GetProperty("src_ip").GetString()!);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException)
        {
            throw new StatementNotCheckedException($"An alert of {Inspector} cannot be read: {line}");
        }
    }

    /// <param name="Rule">Its number.</param>
    /// <param name="Text">What the rule calls it.</param>
    /// <param name="Stopped">Whether the packet was dropped.</param>
    /// <param name="Source">The address of who sent it.</param>
    internal sealed record Alert(int Rule, string Text, bool Stopped, string Source);
}
