// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Hardware;

/// <summary>A shell script that any machine can run; what it prints is read by <see cref="RecordedSource"/>.</summary>
internal static class Recorder
{
    /// <summary>The last line feed included.</summary>
    public static string Script { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(Recorder).Assembly.GetManifestResourceStream("record-machine.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
