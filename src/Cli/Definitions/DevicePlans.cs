// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Turns what users name into sealed plans: a target of some definition, or a plan's file.</summary>
internal sealed class DevicePlans(Checkout checkout, AskDefinition definitions)
{
    public static DevicePlans For(Session session) => In(session, session.Checkout);

    public static DevicePlans In(Session session, Checkout checkout)
    {
        var run = new RunDefinition(checkout, RunSomehow.In(checkout), session.Time);
        return new DevicePlans(
            checkout, new AskDefinition(checkout, AnswerCache.InStore(session.Time), run, session.Error.WriteLine));
    }

    /// <summary>The targets of those definitions that answered before and are as they were.</summary>
    public static IEnumerable<string> Known(Session session)
    {
        var checkout = session.Checkout;
        var cache = AnswerCache.InStore(session.Time);
        return checkout.DeviceNames()
            .Select(device => cache.Find(DefinitionKey.Of(checkout, DefinitionSource.Read(checkout, device))))
            .SelectMany(answer => answer?.Targets ?? []);
    }

    /// <param name="target">Its name, or the path of a plan that ends in <c>.json</c>.</param>
    /// <exception cref="TargetUnknownException">There is no such target or file.</exception>
    /// <exception cref="PlanFileException">The file is not a plan.</exception>
    /// <exception cref="DefinitionInvalidException">With all diagnostics.</exception>
    /// <exception cref="DefinitionBrokenException">It does not compile or fails.</exception>
    public async Task<DevicePlan> LoadAsync(string target, CancellationToken cancellation) => PlanFile.IsNamedBy(target)
        ? PlanFile.Read(target)
        : PlanJson.Read(await TextOfAsync(TargetName.Parse(target), cancellation).ConfigureAwait(false));

    /// <summary>The canonical text of a plan, which needs no reading if it is known.</summary>
    /// <inheritdoc cref="LoadAsync"/>
    public async Task<string> TextAsync(string target, CancellationToken cancellation) => PlanFile.IsNamedBy(target)
        ? PlanJson.Write(PlanFile.Read(target))
        : await TextOfAsync(TargetName.Parse(target), cancellation).ConfigureAwait(false);

    /// <summary>All targets of all definitions.</summary>
    public async Task<ImmutableArray<string>> TargetsAsync(CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<string>();
        foreach (var device in checkout.DeviceNames())
        {
            all.AddRange((await definitions.AskAsync(device, cancellation).ConfigureAwait(false)).Targets);
        }

        return all.ToImmutable();
    }

    /// <summary>All targets of all definitions, each with what it contains.</summary>
    public async Task<ImmutableArray<ShownTarget>> ShowAsync(CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<ShownTarget>();
        foreach (var device in checkout.DeviceNames())
        {
            var answer = await definitions.AskAsync(device, cancellation).ConfigureAwait(false);
            all.AddRange(answer.Targets.Select(target => answer.PlanOf(target) is { } plan
                ? ShownTarget.Of(PlanJson.Read(plan), $"devices/{device}.cs")
                : new ShownTarget(target, $"devices/{device}.cs", answer.MistakesOf(target).Length)));
        }

        return all.ToImmutable();
    }

    /// <summary>The definition that has the target; all definitions if none has it.</summary>
    public async Task<ImmutableArray<string>> DevicesOfAsync(string target, CancellationToken cancellation)
    {
        var (device, _) = await FindAsync(TargetName.Parse(target), [], cancellation).ConfigureAwait(false);
        return device is null ? [.. checkout.DeviceNames()] : [device];
    }

    private async Task<string> TextOfAsync(TargetName target, CancellationToken cancellation)
    {
        var known = new List<string>();
        var (device, answer) = await FindAsync(target, known, cancellation).ConfigureAwait(false);
        return answer is null
            ? throw TargetUnknownException.For(target, known)
            : answer.PlanOf(target.Text) ?? throw new DefinitionInvalidException($"devices/{device}.cs", answer.MistakesOf(target.Text));
    }

    // Both are null if no definition has the target; then known has all that there are.
    private async Task<(string? Device, Answer? Answer)> FindAsync(TargetName target, List<string> known, CancellationToken cancellation)
    {
        foreach (var device in target.OrderOf(checkout.DeviceNames()))
        {
            try
            {
                var answer = await definitions.AskAsync(device, cancellation).ConfigureAwait(false);
                if (answer.Targets.Contains(target.Text))
                {
                    return (device, answer);
                }

                known.AddRange(answer.Targets);
            }
            catch (DefinitionBrokenException) when (!target.Begins(device))
            {
                // Somebody else's definition; whether it has this target cannot be known.
            }
        }

        return (null, null);
    }
}
