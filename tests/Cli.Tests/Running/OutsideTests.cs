// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Running;

public class OutsideTests
{
    [Fact]
    public void Closed_outside_has_no_network_and_asks_itself_for_names()
    {
        var outside = Outside.Closed();
        Assert.False(outside.Network);
        Assert.Equal("nameserver 127.0.0.1\n", outside.Resolver);
        Assert.Contains("--address=/web.outside.test/10.0.2.2", outside.Prelude);
        Assert.Contains("httpd -f -vv -p 127.0.0.1:80 -h \"$FOLDER/web\"", outside.Prelude);
    }
}
