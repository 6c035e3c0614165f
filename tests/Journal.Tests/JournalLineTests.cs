// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Journal.Tests;

public class JournalLineTests
{
    [Fact]
    public void Reads_an_entry_as_journalctl_prints_it()
    {
        var entry = Parse("""
            {"_BOOT_ID":"8d4a","__REALTIME_TIMESTAMP":"1764150000000123","PRIORITY":"4","__CURSOR":"s=1;i=2f","SYSLOG_IDENTIFIER":"curl",
             "_COMM":"curl-bin","_PID":"312","_SYSTEMD_UNIT":"ghaf-app-fetch.service","__MONOTONIC_TIMESTAMP":"99","MESSAGE":"Über \"alles\""}
            """);
        Assert.Equal("s=1;i=2f", entry.Cursor);
        Assert.Equal(1764150000000123, entry.RealtimeMicroseconds);
        Assert.Equal(4u, entry.Priority);
        Assert.Equal("ghaf-app-fetch.service", entry.Unit);
        Assert.Equal("curl", entry.Identifier);
        Assert.Equal(312u, entry.Pid);
        Assert.Equal("Über \"alles\"", entry.Message);
        Assert.Equal("8d4a", entry.BootId);
    }

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("[104,105]", "hi")]
    [InlineData("[104,255,105]", "h\uFFFDi")]
    [InlineData("[\"first\",\"second\"]", "first")]
    [InlineData("[[104,105],\"second\"]", "hi")]
    [InlineData("[null,\"second\"]", "second")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{\"more\":[1]}", "")]
    [InlineData("\"line\\nnext\"", "line\nnext")]
    [InlineData("\"half \\ud83d of a pair\"", "half \\ud83d of a pair")]
    public void Reads_every_form_of_a_value(string json, string message) =>
        Assert.Equal(message, Parse($$"""{"__CURSOR":"s=1","MESSAGE":{{json}},"_PID":"7"}""") is { Pid: 7 } entry ? entry.Message : null);

    [Theory]
    [InlineData("{}", "", 6)]
    [InlineData("""{"_COMM":"sh"}""", "sh", 6)]
    [InlineData("""{"PRIORITY":"0"}""", "", 0)]
    [InlineData("""{"PRIORITY":"9"}""", "", 6)]
    [InlineData("""{"PRIORITY":"-1"}""", "", 6)]
    [InlineData("""{"_PID":"many","__REALTIME_TIMESTAMP":"-5"}""", "", 6)]
    public void Takes_what_is_usual_where_an_entry_says_nothing_or_nonsense(string line, string identifier, uint priority)
    {
        var entry = Parse(line);
        Assert.Equal((identifier, priority), (entry.Identifier, entry.Priority));
        Assert.Equal((0u, 0L, "", "", ""), (entry.Pid, entry.RealtimeMicroseconds, entry.Message, entry.Unit, entry.Cursor));
    }

    [Theory]
    [InlineData("1", "curl.service")]
    [InlineData("77", "init.scope")]
    public void Believes_systemd_alone_which_unit_an_entry_is_about(string pid, string unit) => Assert.Equal(
        unit, Parse($$"""{"_PID":"{{pid}}","UNIT":"curl.service","_SYSTEMD_UNIT":"init.scope"}""").Unit);

    [Theory]
    [InlineData('a')]
    [InlineData('ü')]
    [InlineData('語')]
    public void Cuts_a_message_at_64_KiB_and_no_character(char letter)
    {
        var message = Parse($$"""{"MESSAGE":"{{new string(letter, 70_000)}}"}""").Message;
        Assert.InRange(Encoding.UTF8.GetByteCount(message), JournalLine.MaximumMessage - 3, JournalLine.MaximumMessage);
        Assert.Equal(new string(letter, message.Length - 1) + "…", message);
    }

    [Fact]
    public void Cuts_no_pair_of_surrogates()
    {
        var message = Parse($$"""{"MESSAGE":"x{{string.Concat(Enumerable.Repeat("😀", 20_000))}}"}""").Message;
        Assert.Equal("😀…", message[^3..]);
        Assert.True(Encoding.UTF8.GetByteCount(message) <= JournalLine.MaximumMessage);
    }

    [Theory]
    [InlineData("")]
    [InlineData("No entries")]
    [InlineData("{\"MESSAGE\":\"torn")]
    [InlineData("{\"MESSAGE\":[1,300]}")]
    [InlineData("[1]")]
    public void Rejects_what_is_no_entry(string line) => Assert.Null(JournalLine.Parse(Encoding.UTF8.GetBytes(line)));

    private static Rpc.Contracts.LogEntry Parse(string line) => Assert.IsType<Rpc.Contracts.LogEntry>(JournalLine.Parse(Encoding.UTF8.GetBytes(line)));
}
