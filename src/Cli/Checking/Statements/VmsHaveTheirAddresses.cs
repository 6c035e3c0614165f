// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Compares each VM's addresses with the registry.</summary>
internal sealed class VmsHaveTheirAddresses : IStatement
{
    public string Text => "Every VM behind a gateway has its registered address on each of its cables, and no other";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var link in context.Plan.Links)
        {
            var text = await context.VmAsync(link.Client, "ip -4 -o addr show scope global", cancellation).ConfigureAwait(false);
            var found = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(words => words.Length > 3 ? words[3] : "")
                .Order(StringComparer.Ordinal).ToArray();
            var expected = context.Plan.Links.Where(other => other.Gateway == link.Client)
                .Select(other => $"{other.GatewayAddress}/{other.PrefixLength}")
                .Append($"{link.ClientAddress}/{link.PrefixLength}").Order(StringComparer.Ordinal).ToArray();
            if (!found.SequenceEqual(expected))
            {
                return StatementResult.False(
                    $"{link.Client} has {(found.Length == 0 ? "no address" : string.Join(", ", found))}, expected {string.Join(", ", expected)}");
            }

            evidence.Add($"{link.Client} {string.Join(" ", found)}");
        }

        return StatementResult.True(string.Join(", ", evidence));
    }
}
