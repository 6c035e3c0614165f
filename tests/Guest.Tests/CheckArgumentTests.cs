// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Applications;
using Ghaf.Guest.Settings;

namespace Ghaf.Guest.Tests;

public class CheckArgumentTests
{
    [Theory]
    [InlineData("url", "https://example.org/")]
    [InlineData("url", "http://192.0.2.1:8080/a?b=c#d")]
    [InlineData("url", "HTTPS://EXAMPLE.ORG")]
    [InlineData("url", "https://[2001:db8::1]/")]
    [InlineData("url", "https://example.org/$HOME`id`;reboot")]
    [InlineData("path", "/home/user/report.pdf")]
    [InlineData("path", "/")]
    [InlineData("path", "/a b/ä")]
    [InlineData("text", "hello, world")]
    [InlineData("text", "a -b")]
    [InlineData("text", "$(id) 'x' \"y\" %n ${A}")]
    [InlineData("number", "0")]
    [InlineData("number", "-5")]
    [InlineData("number", "9223372036854775807")]
    public void Accepts_(string kind, string value) => Assert.Null(CheckArgument.FaultOf(Kind(kind), value));

    [Theory]
    [InlineData("url", "")]
    [InlineData("url", "example.org")]
    [InlineData("url", "/etc/passwd")]
    [InlineData("url", "file:///etc/passwd")]
    [InlineData("url", "javascript:alert(1)")]
    [InlineData("url", "https://")]
    [InlineData("url", "https:///path")]
    [InlineData("url", " https://example.org/")]
    [InlineData("url", "https://example.org/ --output /etc/passwd")]
    [InlineData("url", "https://example.org/\n")]
    [InlineData("url", "--help")]
    [InlineData("path", "")]
    [InlineData("path", "report.pdf")]
    [InlineData("path", "./report.pdf")]
    [InlineData("path", "/home/../etc/shadow")]
    [InlineData("path", "/home/./user")]
    [InlineData("path", "//server/share")]
    [InlineData("path", "/home//user")]
    [InlineData("path", "/home/\0")]
    [InlineData("path", "~/report.pdf")]
    [InlineData("path", "-rf")]
    [InlineData("text", "")]
    [InlineData("text", "-rf")]
    [InlineData("text", "--help")]
    [InlineData("text", "two\nlines")]
    [InlineData("text", "two\rlines")]
    [InlineData("text", "two\u2028lines")]
    [InlineData("text", "two\u0085lines")]
    [InlineData("text", "\u001b[31m")]
    [InlineData("text", "tab\t")]
    [InlineData("number", "")]
    [InlineData("number", "1.5")]
    [InlineData("number", "0x10")]
    [InlineData("number", "1e3")]
    [InlineData("number", "+5")]
    [InlineData("number", " 5")]
    [InlineData("number", "05")]
    [InlineData("number", "-0")]
    [InlineData("number", "--5")]
    [InlineData("number", "9223372036854775808")]
    [InlineData("number", "٥")]
    public void Rejects_(string kind, string value) => Assert.NotNull(CheckArgument.FaultOf(Kind(kind), value));

    [Fact]
    public void Accepts_as_long_as_it_may_be_and_rejects_longer()
    {
        Assert.Null(CheckArgument.FaultOf(ArgumentKind.Text, new string('a', 4096)));
        Assert.Equal("it is longer than 4096 characters", CheckArgument.FaultOf(ArgumentKind.Text, new string('a', 4097)));
    }

    private static ArgumentKind Kind(string name) => Enum.Parse<ArgumentKind>(name, ignoreCase: true);
}
