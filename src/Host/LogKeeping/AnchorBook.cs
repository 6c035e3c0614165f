// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Journal;

namespace Ghaf.Host.LogKeeping;

/// <summary>
/// The heads of the logs' chains that the host was told, which only ever grow. They outlive vmd, and not the host: in a file in
/// memory, a line each, <c>net-vm 120 5f2c…</c>, and in the host's journal.
/// </summary>
internal sealed class AnchorBook
{
    /// <summary>Of each source the last ones: nearly three days of one a minute.</summary>
    public const int KeptOfEach = 4096;

    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly SortedDictionary<string, List<Anchor>> _anchors = new(StringComparer.Ordinal);
    private int _lines;

    private AnchorBook(string file) => _file = file;

    /// <summary>Those whose chains are known.</summary>
    public IReadOnlyCollection<string> Sources
    {
        get
        {
            lock (_gate)
            {
                return [.. _anchors.Keys];
            }
        }
    }

    /// <param name="file">Made when it is missing; a line that is none, torn when vmd was killed, is passed over.</param>
    public static AnchorBook Open(string file)
    {
        var book = new AnchorBook(file);
        foreach (var line in File.Exists(file) ? File.ReadAllLines(file) : [])
        {
            if (line.Split(' ') is [var source, var sequence, { Length: 2 * HashChain.HashBytes } hash] && ulong.TryParse(sequence, out var number))
            {
                book.Add(source, new Anchor(number, Convert.FromHexString(hash)));
            }
        }

        return book;
    }

    public IReadOnlyList<Anchor> Of(string source)
    {
        lock (_gate)
        {
            return _anchors.TryGetValue(source, out var anchors) ? [.. anchors] : [];
        }
    }

    /// <returns>Null when it is kept; otherwise why it contradicts what was told before.</returns>
    public string? Keep(string source, Anchor anchor)
    {
        lock (_gate)
        {
            var last = _anchors.TryGetValue(source, out var anchors) ? anchors[^1] : null;
            if (last is not null && anchor.Sequence <= last.Sequence)
            {
                return anchor.Sequence == last.Sequence && last.Is(anchor.Hash.Span)
                    ? null
                    : $"the log of {source} had {last.Sequence} records and another end; now it is told to have {anchor.Sequence}";
            }

            Add(source, anchor);
            Write(source, anchor);
            return null;
        }
    }

    private void Add(string source, Anchor anchor)
    {
        if (!_anchors.TryGetValue(source, out var anchors))
        {
            _anchors.Add(source, anchors = []);
        }

        anchors.Add(anchor);
        if (anchors.Count > KeptOfEach)
        {
            anchors.RemoveAt(0);
        }
    }

    // Now and then without those that are not kept any more.
    private void Write(string source, Anchor anchor)
    {
        File.AppendAllText(_file, Line(source, anchor));
        if (++_lines > KeptOfEach)
        {
            var all = _anchors.SelectMany(of => of.Value.Select(kept => Line(of.Key, kept)));
            File.WriteAllText(_file + ".new", string.Concat(all));
            File.Move(_file + ".new", _file, overwrite: true);
            _lines = 0;
        }
    }

    private static string Line(string source, Anchor anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{source} {anchor.Sequence} {Convert.ToHexStringLower(anchor.Hash.Span)}\n");
}
