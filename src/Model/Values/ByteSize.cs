// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Model;

/// <summary>An amount of memory or storage. Unit: bytes. Written in plans as a number of bytes.</summary>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    /// <summary>The amount in MiB, rounded down; hypervisors take memory in this unit.</summary>
    public long MiB => Bytes >> 20;

    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    public static ByteSize operator +(ByteSize a, ByteSize b) => new(a.Bytes + b.Bytes);

    public static ByteSize Add(ByteSize a, ByteSize b) => a + b;

    public static bool operator <(ByteSize a, ByteSize b) => a.Bytes < b.Bytes;

    public static bool operator >(ByteSize a, ByteSize b) => a.Bytes > b.Bytes;

    public static bool operator <=(ByteSize a, ByteSize b) => a.Bytes <= b.Bytes;

    public static bool operator >=(ByteSize a, ByteSize b) => a.Bytes >= b.Bytes;

    /// <summary>For people: the largest binary unit that leaves at least one whole, with one decimal.</summary>
    public override string ToString()
    {
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        var value = (double)Bytes;
        var unit = 0;
        while (value >= 1024 && unit < units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        var format = unit == 0 || value == Math.Floor(value) ? "0" : "0.0";
        return value.ToString(format, CultureInfo.InvariantCulture) + " " + units[unit];
    }
}

/// <summary>Lets a definition say <c>512.MiB</c>.</summary>
public static class ByteSizeLiterals
{
    extension(int value)
    {
        public ByteSize KiB => new((long)value << 10);

        public ByteSize MiB => new((long)value << 20);

        public ByteSize GiB => new((long)value << 30);
    }
}
