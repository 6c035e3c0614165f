// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The shell scripts beside our sources, which the assembly carries.</summary>
internal static class EmbeddedScript
{
    /// <param name="name">The file's name: <c>init-host.sh</c>.</param>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no script {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
