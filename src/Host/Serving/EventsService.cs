// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Ghaf.Host.Events;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Ghaf.Host.Serving;

/// <summary>What happens on the device, to be watched, and what VMs have to tell.</summary>
internal sealed partial class EventsService(EventLog events, IHostApplicationLifetime lifetime) : Rpc.Contracts.Events.EventsBase
{
    public override async Task Watch(WatchEventsRequest request, IServerStreamWriter<Event> responseStream, ServerCallContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var after = request.After;
        try
        {
            while (true)
            {
                foreach (var happened in events.After(after))
                {
                    await responseStream.WriteAsync(Of(happened), ended.Token).ConfigureAwait(false);
                    after = happened.Number;
                }

                await events.WaitAsync(after, ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller has had enough, or vmd ends.
        }
    }

    public override Task<ReportEventResponse> Report(ReportEventRequest request, ServerCallContext context)
    {
        if (!Topic().IsMatch(request.Topic))
        {
            throw Invalid("topic: lower-case letters, digits and hyphens, a letter first, at most 32.");
        }

        if (request.Text.Length is 0 or > EventLog.LongestText || !request.Text.All(PlainText.IsPlain))
        {
            throw Invalid($"text: one line of 1 to {EventLog.LongestText} characters.");
        }

        events.Add(DeviceEventKind.Report, context.CallerName(), request.Text, request.Topic);
        return Task.FromResult(new ReportEventResponse());
    }

    private static Event Of(DeviceEvent happened) => new()
    {
        Number = happened.Number,
        UnixMilliseconds = happened.Time.ToUnixTimeMilliseconds(),
        Kind = happened.Kind.ToString().ToLowerInvariant(),
        Vm = happened.Vm ?? "",
        Text = happened.Text,
        Topic = happened.Topic ?? "",
    };

    private static RpcException Invalid(string what) => new(new Status(StatusCode.InvalidArgument, what));

    [GeneratedRegex("^[a-z][a-z0-9-]{0,31}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Topic();
}
