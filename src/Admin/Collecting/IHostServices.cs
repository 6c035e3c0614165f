// SPDX-License-Identifier: Apache-2.0
using Ghaf.Journal;

namespace Ghaf.Admin.Collecting;

/// <summary>What the host does for who collects logs.</summary>
/// <exception cref="Grpc.Core.RpcException">Each method's: it does not answer, or refuses.</exception>
internal interface IHostServices
{
    /// <summary>Keeps the head of a source's chain where nobody here can change it.</summary>
    Task KeepAnchorAsync(string source, Anchor anchor, CancellationToken cancellation);

    /// <param name="text">One line of plain text, at most 500 characters.</param>
    Task ReportAlertAsync(string text, CancellationToken cancellation);
}
