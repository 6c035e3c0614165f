// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Compiles and runs a definition, one at a time in a checkout, and reads what it says.</summary>
internal sealed class RunDefinition(Checkout checkout, IRunDefinition way, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <param name="waiting">Called if another build is waited for.</param>
    /// <exception cref="DefinitionBrokenException">It does not compile, fails, or prints something else.</exception>
    public async Task<ImmutableArray<SealedTarget>> RunAsync(
        DefinitionSource definition, Action waiting, CancellationToken cancellation)
    {
        Directory.CreateDirectory(checkout.Artifacts);
        using var held = await StoreLock.TakeAsync(checkout.BuildLock, waiting, time, cancellation).ConfigureAwait(false);
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return Read(definition, await way.RunAsync(definition, either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new DefinitionBrokenException(definition.Shown, $"It did not end within {Limit.TotalMinutes:0} minutes.");
        }
    }

    private static ImmutableArray<SealedTarget> Read(DefinitionSource definition, CommandResult result)
    {
        if (result.Status != 0)
        {
            throw new DefinitionBrokenException(definition.Shown, CompilerOutput.Condense(result.Output + "\n" + result.Error));
        }

        try
        {
            var targets = SealedTarget.FromJson(result.Output);
            return targets.FirstOrDefault(target => !TargetName.IsValid(target.Name)) is { } wrong
                ? throw new DefinitionBrokenException(
                    definition.Shown, $"It calls a target “{wrong.Name}”: names are of small letters, digits and hyphens.")
                : targets;
        }
        catch (PlanFormatException e)
        {
            throw new DefinitionBrokenException(definition.Shown, e.Message);
        }
    }
}
