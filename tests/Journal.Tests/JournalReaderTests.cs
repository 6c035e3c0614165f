// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;

namespace Ghaf.Journal.Tests;

public sealed class JournalReaderTests : IDisposable
{
    private const string Cursor = "s=9c1;i=2f;b=8d4ab1c2d3e4f5061728394a5b6c7d8e;m=1f;t=63f;x=77";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-journal-").FullName;

    public JournalReaderTests() => File.WriteAllText(BootId, "8d4ab1c2-d3e4-f506-1728-394a5b6c7d8e\n");

    private string BootId => Path.Combine(_folder, "boot_id");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", false, "")]
    [InlineData("", true, " --follow")]
    [InlineData(Cursor, true, " --follow --after-cursor=" + Cursor)]
    [InlineData("s=9c1;i=2f;b=00000000000000000000000000000000;m=1f;t=63f;x=77", false, "")]
    public void Asks_for_what_comes_after_a_cursor_of_this_boot_and_else_for_all(string cursor, bool follow, string more) => Assert.Equal(
        "--output=json --output-fields=MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,UNIT,_COMM,_PID,_SYSTEMD_UNIT --all --no-pager --quiet --no-tail" + more,
        string.Join(' ', new JournalReader(bootIdFile: BootId).Arguments(cursor, follow)));

    [Theory]
    [InlineData(Cursor, true)]
    [InlineData("s=1", true)]
    [InlineData("", false)]
    [InlineData("--rotate", false)]
    [InlineData("s=1;", false)]
    [InlineData("s=1 --rotate", false)]
    [InlineData("s=1\n", false)]
    public void Knows_what_can_be_a_cursor(string text, bool isOne) => Assert.Equal(isOne, JournalReader.IsCursor(text));

    [Fact]
    public async Task Gives_an_entry_while_the_journal_is_followed_and_ends_journalctl_with_the_reading()
    {
        var reader = new JournalReader(Script("echo $$ > pid; echo '{\"MESSAGE\":\"one\"}'; exec sleep 600"), BootId);
        await foreach (var batch in reader.ReadAsync("", follow: true, CancellationToken.None))
        {
            Assert.Equal("one", Assert.Single(batch).Message);
            break;
        }

        var pid = (await File.ReadAllTextAsync(Path.Combine(_folder, "pid"))).Trim();
        var end = DateTime.UtcNow + Limit;
        while (Directory.Exists($"/proc/{pid}") && !(await StateAsync(pid)).StartsWith('Z'))
        {
            Assert.True(DateTime.UtcNow < end, "journalctl still runs.");
            await Task.Delay(10);
        }
    }

    [Fact]
    public async Task Tells_that_journalctl_failed()
    {
        var program = Script("echo '{\"MESSAGE\":\"one\"}'; exit 3");
        var failure = await Assert.ThrowsAsync<JournalException>(() => ReadAsync(new JournalReader(program, BootId)));
        Assert.Equal($"{program} failed with exit code 3; what it said is in the journal.", failure.Message);
    }

    [Fact]
    public async Task Tells_that_there_is_no_journalctl()
    {
        var failure = await Assert.ThrowsAsync<JournalException>(() => ReadAsync(new JournalReader("/no/journalctl", BootId)));
        Assert.StartsWith("/no/journalctl can't be run: ", failure.Message);
    }

    private static async Task<List<LogEntry>> ReadAsync(JournalReader reader)
    {
        var entries = new List<LogEntry>();
        await foreach (var batch in reader.ReadAsync("", follow: false, CancellationToken.None))
        {
            entries.AddRange(batch);
        }

        return entries;
    }

    private static async Task<string> StateAsync(string pid)
    {
        try
        {
            return (await File.ReadAllTextAsync($"/proc/{pid}/stat")).Split(") ")[1];
        }
        catch (IOException)
        {
            return "Z";
        }
    }

    private string Script(string text)
    {
        var path = Path.Combine(_folder, "journalctl");
        File.WriteAllText(path, $"#!/bin/sh\ncd '{_folder}'\n{text}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
