// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Hardware;

/// <summary>
/// What the recorder printed on a machine. A line is a file's line or a link; a path that comes again is the file's next line.
/// </summary>
/// <remarks>
/// <code>
/// # Anything for people
/// /sys/bus/pci/devices/0000:00:03.0 -> /sys/devices/pci0000:00/0000:00:03.0
/// /sys/devices/pci0000:00/0000:00:03.0/vendor: 0x8086
/// # end
/// </code>
/// </remarks>
internal sealed class RecordedSource : ITreeSource
{
    private const string LastLine = "# end";

    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, string> _links = [];
    private readonly Dictionary<string, SortedSet<string>> _folders = [];

    private RecordedSource()
    {
    }

    /// <param name="text">What the recorder printed.</param>
    /// <param name="file">Where it is from, for people.</param>
    /// <exception cref="RecordDamagedException">A line is something else, or the last one is missing.</exception>
    public static RecordedSource Parse(string text, string file)
    {
        var source = new RecordedSource();
        var lines = text.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && lines[i][0] != '#' && !source.Add(lines[i]))
            {
                throw new RecordDamagedException(file, $"line {i + 1} is neither “PATH: CONTENT” nor “PATH -> TARGET”");
            }
        }

        return lines[^1] == LastLine ? source : throw new RecordDamagedException(file, $"it ends before its last line, “{LastLine}”");
    }

    public string? LinkAt(string path) => _links.GetValueOrDefault(path);

    public string? TextAt(string path) => _texts.GetValueOrDefault(path);

    public IEnumerable<string> NamesAt(string path) => _folders.TryGetValue(path, out var names) ? names : [];

    private bool Add(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var path = (space < 0 ? line : line[..space]).TrimEnd(':');
        if (!path.StartsWith('/'))
        {
            return false;
        }

        if (line[path.Length..] is [':', .. var content])
        {
            _texts[path] = _texts.TryGetValue(path, out var before) ? before + "\n" + content.Trim() : content.Trim();
        }
        else if (line[path.Length..].StartsWith(" -> /", StringComparison.Ordinal))
        {
            _links[path] = line[(path.Length + " -> ".Length)..].Trim();
        }
        else
        {
            return false;
        }

        AddToFolders(path);
        return true;
    }

    private void AddToFolders(string path)
    {
        for (var at = path.LastIndexOf('/'); at > 0; at = path.LastIndexOf('/'))
        {
            var folder = path[..at];
            _folders.TryAdd(folder, []);
            _folders[folder].Add(path[(at + 1)..]);
            path = folder;
        }
    }
}
