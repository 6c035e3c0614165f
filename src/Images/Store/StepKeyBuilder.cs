// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Collects the inputs of a step, in the order in which they are given.</summary>
/// <remarks>
/// Every value is written as its kind, its length in bytes and its UTF-8 bytes, lists with their count, so that no two
/// different lists of inputs give the same encoding.
/// </remarks>
public sealed class StepKeyBuilder
{
    private readonly ArrayBufferWriter<byte> _encoding = new();
    private readonly StringBuilder _inputs = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal StepKeyBuilder(string step, int revision)
    {
        ArgumentException.ThrowIfNullOrEmpty(step);
        Write('S', step);
        Write('R', revision.ToString(CultureInfo.InvariantCulture));
        _inputs.Append(CultureInfo.InvariantCulture, $"{step} revision {revision}\n");
    }

    public StepKeyBuilder With(string name, string value) => Add(name, 's', value);

    public StepKeyBuilder With(string name, long value) => Add(name, 'i', value.ToString(CultureInfo.InvariantCulture));

    public StepKeyBuilder With(string name, bool value) => Add(name, 'b', value ? "true" : "false");

    public StepKeyBuilder With(string name, Sha256 value) => Add(name, 'h', value.Hex);

    /// <summary>The result of another step.</summary>
    public StepKeyBuilder With(string name, StepKey value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, 'k', value.Digest.Hex);
    }

    /// <summary>A list whose order matters.</summary>
    public StepKeyBuilder With(string name, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToList();
        Add(name, 'l', all.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var value in all)
        {
            Write('e', value);
            _inputs.Append("  - ").Append(value).Append('\n');
        }

        return this;
    }

    public StepKey Build() => new(Sha256.Of(_encoding.WrittenSpan), _inputs.ToString());

    private StepKeyBuilder Add(string name, char kind, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!_names.Add(name))
        {
            throw new ArgumentException($"The input “{name}” was given twice.", nameof(name));
        }

        Write('n', name);
        Write(kind, value);
        _inputs.Append(name).Append(": ").Append(value).Append('\n');
        return this;
    }

    private void Write(char kind, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        _encoding.Write([(byte)kind]);
        _encoding.Write(length);
        _encoding.Write(bytes);
    }
}
