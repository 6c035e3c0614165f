// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.LogKeeping;
using Ghaf.Journal;

namespace Ghaf.Host.Tests;

public sealed class AnchorBookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-anchors-").FullName;

    private string File => Path.Combine(_folder, "anchors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Anchors_outlive_the_daemon()
    {
        var book = AnchorBook.Open(File);
        Assert.Null(book.Keep("net-vm", Anchor(5)));
        Assert.Null(book.Keep("host", Anchor(2)));
        Assert.Null(book.Keep("net-vm", Anchor(9)));
        var again = AnchorBook.Open(File);
        Assert.Equal(["host", "net-vm"], again.Sources);
        Assert.Equal([5ul, 9], again.Of("net-vm").Select(anchor => anchor.Sequence));
        Assert.True(again.Of("net-vm")[1].Is(Anchor(9).Hash.Span));
        Assert.Empty(again.Of("no-vm"));
        Assert.Equal("the log of net-vm had 9 records and another end; now it is told to have 8", again.Keep("net-vm", Anchor(8)));
    }

    [Fact]
    public void A_line_that_was_torn_is_passed_over()
    {
        AnchorBook.Open(File).Keep("net-vm", Anchor(5));
        System.IO.File.AppendAllText(File, "net-vm 6 abc");
        Assert.Equal(5ul, Assert.Single(AnchorBook.Open(File).Of("net-vm")).Sequence);
    }

    [Fact]
    public void Only_the_last_ones_are_kept_in_memory_and_in_the_file()
    {
        var book = AnchorBook.Open(File);
        for (var number = 1ul; number <= (2 * AnchorBook.KeptOfEach) + 10; number++)
        {
            Assert.Null(book.Keep("net-vm", Anchor(number)));
        }

        Assert.Equal(AnchorBook.KeptOfEach, book.Of("net-vm").Count);
        Assert.InRange(System.IO.File.ReadAllLines(File).Length, AnchorBook.KeptOfEach, (2 * AnchorBook.KeptOfEach) + 1);
        Assert.Equal(book.Of("net-vm").Select(a => a.Sequence), AnchorBook.Open(File).Of("net-vm").Select(a => a.Sequence));
    }

    private static Anchor Anchor(ulong sequence) => new(sequence, HashChain.Next(HashChain.Start, BitConverter.GetBytes(sequence)));
}
