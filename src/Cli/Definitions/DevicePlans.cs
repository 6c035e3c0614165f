// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Turns targets into sealed plans, by running their definitions if the answer is not known yet.</summary>
internal sealed class DevicePlans(Checkout checkout, AnswerCache cache, RunDefinition run, Action<string> tell)
{
    public static DevicePlans For(Session session) => new(
        session.Checkout,
        AnswerCache.InStore(),
        new RunDefinition(session.Checkout, session.Time),
        session.Error.WriteLine);

    /// <exception cref="TargetUnknownException">There is no such device.</exception>
    /// <exception cref="DefinitionInvalidException">With all diagnostics.</exception>
    /// <exception cref="DefinitionBrokenException">It does not compile or fails.</exception>
    public async Task<DevicePlan> LoadAsync(TargetName target, CancellationToken cancellation)
    {
        if (!File.Exists(checkout.DefinitionOf(target.Device)))
        {
            var targets = await TargetsAsync(cancellation).ConfigureAwait(false);
            throw new TargetUnknownException(
                $"There is no device “{target.Device}”.",
                targets.IsEmpty ? "devices/ is empty." : $"Targets are: {string.Join(", ", targets)}.");
        }

        var answer = await AskAsync(target.Device, [target.Profile], cancellation).ConfigureAwait(false);
        try
        {
            var result = SealResult.FromJson(answer);
            return result.Plan ?? throw new DefinitionInvalidException(FileOf(target.Device), result.Diagnostics);
        }
        catch (PlanFormatException e)
        {
            throw new DefinitionBrokenException(FileOf(target.Device), e.Message);
        }
    }

    /// <summary>All devices in all their profiles.</summary>
    public async Task<ImmutableArray<TargetName>> TargetsAsync(CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<TargetName>();
        foreach (var device in checkout.DeviceNames())
        {
            var profiles = await AskAsync(device, [], cancellation).ConfigureAwait(false);
            all.AddRange(profiles.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => new TargetName(device, p)));
        }

        return all.ToImmutable();
    }

    private async Task<string> AskAsync(string device, ImmutableArray<string> question, CancellationToken cancellation)
    {
        var key = DefinitionKey.Of(checkout, device, string.Join(' ', question));
        if (cache.Find(key) is { } known)
        {
            return known;
        }

        tell($"Reading {FileOf(device)} …");
        void Waiting() => tell("Waiting for another build in this checkout.");
        var result = await run.RunAsync(device, question, Waiting, cancellation).ConfigureAwait(false);

        // Status 1 is also that of a failed compilation; only an answer with diagnostics is JSON.
        var answered = result.Status == 0 || (result.Status == 1 && result.Output.StartsWith('{'));
        if (!answered)
        {
            throw new DefinitionBrokenException(FileOf(device), CompilerOutput.Condense(result.Output + "\n" + result.Error));
        }

        if (result.Status == 0)
        {
            cache.Keep(key, result.Output);
        }

        return result.Output;
    }

    private static string FileOf(string device) => $"devices/{device}.cs";
}
