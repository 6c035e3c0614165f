// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Threading.Channels;

namespace Ghaf.Cli.Tests.Consoles;

public class AttachConsoleTests
{
    [Fact]
    public async Task Escape_leaves_and_is_not_sent()
    {
        var line = new Line();
        using var input = new MemoryStream("reboot\u001drest"u8.ToArray());
        using var output = new MemoryStream();
        await AttachConsole.BridgeAsync(input, output, line, escapes: true, CancellationToken.None);
        Assert.Equal("reboot", line.Typed);
    }

    [Fact]
    public async Task A_script_sees_the_answer_that_comes_after_its_last_word()
    {
        var line = new Line();
        using var input = new MemoryStream("uptime\n"u8.ToArray());
        using var output = new MemoryStream();
        line.Answer = "up 3 days\n";
        await AttachConsole.BridgeAsync(input, output, line, escapes: false, CancellationToken.None);
        Assert.Equal("up 3 days\n", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal("uptime\n", line.Typed);
    }

    private sealed class Line : IConsoleLine
    {
        private readonly StringBuilder _typed = new();

        public Channel<string> Answers { get; } = Channel.CreateUnbounded<string>();

        public string? Answer { get; set; }

        public string Typed => _typed.ToString();

        public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation) =>
            await Answers.Reader.WaitToReadAsync(cancellation) && Answers.Reader.TryRead(out var text)
                ? Encoding.UTF8.GetBytes(text, buffer.Span)
                : 0;

        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
        {
            _typed.Append(Encoding.UTF8.GetString(bytes.Span));
            if (Answer is not null)
            {
                Answers.Writer.TryWrite(Answer);
                Answers.Writer.Complete();
            }

            return ValueTask.CompletedTask;
        }

        public void Dispose()
        {
        }
    }
}
