// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>Whether the mirrors that packages come from answer.</summary>
internal sealed class MirrorCheck : IDoctorCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<DoctorFinding> CheckAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Limit };
        var answers = new List<string>();
        var silent = new List<string>();
        foreach (var (name, bases) in Mirrors.Default.Bases)
        {
            var suite = name == "debian-security" ? "trixie-security" : "trixie";
            var first = await FirstAsync(http, bases, $"dists/{suite}/InRelease", cancellation).ConfigureAwait(false);
            (first is null ? silent : answers).Add(first is null ? name : $"{name} at {first.Host}");
        }

        return new DoctorFinding(
            "Mirrors",
            silent.Count == 0,
            Needed: false,
            silent.Count == 0 ? string.Join(", ", answers) : $"nobody answers for {string.Join(", ", silent)}; what is in the store still works",
            "Check the network, or set GHAF_MIRROR and GHAF_SECURITY_MIRROR to mirrors that you can reach.");
    }

    private static async Task<Uri?> FirstAsync(HttpClient http, IEnumerable<Uri> bases, string path, CancellationToken cancellation)
    {
        foreach (var mirror in bases)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(mirror, path));
                using var answer = await http.SendAsync(request, cancellation).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode)
                {
                    return mirror;
                }
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                // The next one then.
            }
        }

        return null;
    }
}
