// SPDX-License-Identifier: Apache-2.0
using Ghaf.Admin.Settings;
using Ghaf.Rpc;

namespace Ghaf.Admin.Tests;

public class SettingsTests
{
    private const string Good = """
        {
          "name": "admin-vm",
          "callers": [ { "caller": "host", "method": "LogStore/*" } ],
          "sources": [ "admin-vm", "host", "net-vm" ],
          "maximumBytes": 268435456
        }
        """;

    [Fact]
    public void Accepts_settings()
    {
        var settings = AdminSettings.Parse(Good, "admind.json");
        Assert.Equal("admin-vm", settings.Name);
        Assert.Equal(["admin-vm", "host", "net-vm"], settings.Sources);
        Assert.Equal([new CallRule("host", "LogStore/*")], settings.Callers);
    }

    [Theory]
    [InlineData("\"admin-vm\",\n", "\"Admin\",\n", "name: “Admin” is no name of a VM.")]
    [InlineData("LogStore/*", "Guest/*", "callers[0].method: there is no “Guest/*”; there are LogStore/Search, LogStore/Export.")]
    [InlineData("\"net-vm\"", "\"../x\"", "sources: “../x” is no name of a VM and not “host”.")]
    [InlineData("\"net-vm\"", "\"host\"", "sources: “host” is there more than once.")]
    [InlineData("268435456", "1000", "maximumBytes: 1000 is too little, at least 67108864.")]
    public void Rejects_what_makes_no_sense(string old, string replacement, string fault)
    {
        Assert.Contains(old, Good);
        var failure = Assert.Throws<InvalidSettingsException>(() => AdminSettings.Parse(Good.Replace(old, replacement), "admind.json"));
        Assert.StartsWith($"admind.json:\n  {fault}", failure.Message);
    }
}
