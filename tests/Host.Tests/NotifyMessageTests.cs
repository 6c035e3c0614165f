// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Host.Guests;

namespace Ghaf.Host.Tests;

public class NotifyMessageTests
{
    [Theory]
    [InlineData("READY=1", true, false, null, null, null)]
    [InlineData("READY=1\nSTATUS=Ready.", true, false, "Ready.", null, null)]
    [InlineData("STOPPING=1\nSTATUS=Shutting down...\n", false, true, "Shutting down...", null, null)]
    [InlineData("X_SYSTEMD_UNIT_ACTIVE=multi-user.target", false, false, null, "multi-user.target", null)]
    [InlineData("EXIT_STATUS=7", false, false, null, null, 7)]
    [InlineData("EXIT_STATUS=700", false, false, null, null, null)]
    [InlineData("READY=yes", false, false, null, null, null)]
    [InlineData("X_SYSTEMD_HOSTNAME=other-vm\nFDSTORE=1\nMAINPID=1", false, false, null, null, null)]
    [InlineData("STATUS=a=b", false, false, "a=b", null, null)]
    [InlineData("STATUS=\u001b[2Jred\u202eevil", false, false, "?[2Jred?evil", null, null)]
    public void Accepts_what_systemd_says(string text, bool ready, bool stopping, string? status, string? unit, int? exit)
    {
        Assert.True(NotifyMessage.TryParse(Encoding.UTF8.GetBytes(text), out var message));
        Assert.Equal(new NotifyMessage(ready, stopping, status, unit, exit), message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("READY")]
    [InlineData("=1")]
    [InlineData("READY=1\nGET / HTTP/1.1")]
    [InlineData("READY=1\0")]
    public void Rejects_what_is_not_the_protocol(string text)
        => Assert.False(NotifyMessage.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Rejects_text_that_is_not_UTF_8()
        => Assert.False(NotifyMessage.TryParse([.. "STATUS="u8, 0xff, 0xfe], out _));

    [Fact]
    public void Rejects_a_message_above_the_limit_and_shortens_a_long_status()
    {
        Assert.False(NotifyMessage.TryParse(Encoding.UTF8.GetBytes("STATUS=" + new string('a', 5000)), out _));
        Assert.True(NotifyMessage.TryParse(Encoding.UTF8.GetBytes("STATUS=" + new string('a', 500)), out var message));
        Assert.Equal(256, message.Status!.Length);
    }
}
