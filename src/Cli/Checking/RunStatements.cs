// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Checking;

/// <summary>Checks statements one after the other and says at once what came of each.</summary>
internal static class RunStatements
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static async Task<ImmutableArray<CheckedStatement>> RunAsync(
        IEnumerable<IStatement> statements, CheckContext context, Action<CheckedStatement> tell, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<CheckedStatement>();
        foreach (var statement in statements)
        {
            var begun = context.Time.GetTimestamp();
            var result = await CheckAsync(statement, context, cancellation).ConfigureAwait(false);
            while (!result.Holds && context.Time.GetElapsedTime(begun) < statement.Patience)
            {
                await Task.Delay(Pause, context.Time, cancellation).ConfigureAwait(false);
                result = await CheckAsync(statement, context, cancellation).ConfigureAwait(false);
            }

            var found = new CheckedStatement(
                statement.Text, result.Holds, result.Evidence, context.Time.GetElapsedTime(begun).TotalSeconds);
            all.Add(found);
            tell(found);
        }

        return all.ToImmutable();
    }

    private static async Task<StatementResult> CheckAsync(
        IStatement statement, CheckContext context, CancellationToken cancellation)
    {
        try
        {
            return await statement.CheckAsync(context, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StatementNotCheckedException or RefusedException)
        {
            return StatementResult.False(e is RefusedException refused ? refused.What : e.Message);
        }
    }
}
