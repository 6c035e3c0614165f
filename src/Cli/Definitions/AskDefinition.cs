// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>What a definition answers: from the cache, or by running it.</summary>
internal sealed class AskDefinition(Checkout checkout, AnswerCache cache, RunDefinition run, Action<string> tell)
{
    /// <param name="device">The definition <c>devices/DEVICE.cs</c>.</param>
    /// <exception cref="DefinitionBrokenException">It does not compile, fails, or prints something else.</exception>
    public async Task<Answer> AskAsync(string device, CancellationToken cancellation)
    {
        var definition = DefinitionSource.Read(checkout, device);
        var key = DefinitionKey.Of(checkout, definition);
        if (cache.Find(key) is { } known)
        {
            return known;
        }

        tell($"Reading {definition.Shown} …");
        void Waiting() => tell("Waiting for another build in this checkout.");
        return cache.Keep(key, await run.RunAsync(definition, Waiting, cancellation).ConfigureAwait(false));
    }
}
