// SPDX-License-Identifier: Apache-2.0
using Ghaf.Journal;
using Ghaf.Rpc.Contracts;
using Google.Protobuf;
using Grpc.Core;

namespace Ghaf.Admin.Collecting;

internal sealed class HostServices(CallInvoker host) : IHostServices
{
    public async Task KeepAnchorAsync(string source, Anchor anchor, CancellationToken cancellation) =>
        await new Anchors.AnchorsClient(host).KeepAsync(
            new KeepAnchorRequest { Source = source, Sequence = anchor.Sequence, Hash = ByteString.CopyFrom(anchor.Hash.Span) },
            cancellationToken: cancellation).ConfigureAwait(false);

    public async Task ReportAlertAsync(string text, CancellationToken cancellation) =>
        await new Events.EventsClient(host).ReportAsync(
            new ReportEventRequest { Topic = "alert", Text = text }, cancellationToken: cancellation).ConfigureAwait(false);
}
