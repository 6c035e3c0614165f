// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>A statement once more, after parts of the device were killed.</summary>
internal sealed class Afterwards(IStatement statement) : IStatement
{
    public string Text => $"After that: {statement.Text}";

    public TimeSpan Patience => statement.Patience;

    public Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation) => statement.CheckAsync(context, cancellation);
}
