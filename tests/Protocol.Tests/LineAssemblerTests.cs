// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Protocol.Tests;

public class LineAssemblerTests
{
    [Theory]
    [InlineData("one\ntwo\n", "one|two")]
    [InlineData("\n\none\n\n", "one")]
    [InlineData("one\ntw", "one")]
    [InlineData("", "")]
    [InlineData("123456789\nok\n", "ok")]
    public void Cuts_into_whole_lines(string input, string expected)
    {
        foreach (var size in new[] { 1, 2, 3, 100 })
        {
            var assembler = new LineAssembler(maximumBytes: 8);
            var lines = new List<string>();
            foreach (var piece in Encoding.UTF8.GetBytes(input).Chunk(size))
            {
                assembler.Append(piece);
                while (assembler.TryTake(out var line))
                {
                    lines.Add(Encoding.UTF8.GetString(line));
                }
            }

            Assert.Equal(expected, string.Join('|', lines));
        }
    }

    [Fact]
    public void Forgets_the_partial_line_of_a_former_client()
    {
        var assembler = new LineAssembler();
        assembler.Append("{\"id\":"u8);
        assembler.Reset();
        assembler.Append("fresh\n"u8);
        Assert.True(assembler.TryTake(out var line));
        Assert.Equal("fresh", Encoding.UTF8.GetString(line));
    }

    [Fact]
    public void Gives_raw_bytes_behind_a_line_unchanged()
    {
        var assembler = new LineAssembler();
        assembler.Append("request\n\r\n\nlogin: "u8);
        Assert.True(assembler.TryTake(out _));
        Assert.Equal("\r\n\nlogin: "u8.ToArray(), assembler.TakeRest());
        Assert.Empty(assembler.TakeRest());
    }
}
