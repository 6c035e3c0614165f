// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>Where ghaf writes down what would be too much for the terminal.</summary>
internal sealed class LogFile(string path, TimeProvider time)
{
    private const long LargestSize = 4 << 20;

    private readonly Lock _writing = new();

    public string Path { get; } = path;

    /// <summary><c>$XDG_STATE_HOME/ghaf/log</c>, or <c>~/.local/state/ghaf/log</c>.</summary>
    public static LogFile Default(TimeProvider time) => new(
        Choose(
            Environment.GetEnvironmentVariable("XDG_STATE_HOME"),
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)),
        time);

    // The XDG specification says that a relative path is to be ignored.
    internal static string Choose(string? stateHome, string home)
    {
        var state = System.IO.Path.IsPathRooted(stateHome) ? stateHome : System.IO.Path.Combine(home, ".local", "state");
        return System.IO.Path.Combine(state, "ghaf", "log");
    }

    /// <summary>Never fails: a full disk or a read-only home must not hide what is being logged.</summary>
    public void Write(string text)
    {
        try
        {
            lock (_writing)
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
                if (File.Exists(Path) && new FileInfo(Path).Length > LargestSize)
                {
                    File.Move(Path, Path + ".old", overwrite: true);
                }

                File.AppendAllText(Path, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} [{Environment.ProcessId}] {text}\n");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
    }
}
