// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Settings;
using Ghaf.Rpc;

namespace Ghaf.Guest.Tests;

public class SettingsFileTests
{
    private const string Good = """
        {
          "name": "curl-vm",
          "callers": [ { "caller": "host", "method": "Guest/*" }, { "caller": "admin-vm", "method": "Applications/Start" } ],
          "applications": [
            { "id": "curl", "title": "Fetch a page", "command": [ "/usr/bin/curl" ],
              "arguments": [ { "name": "address", "kind": "url", "required": true } ] }
          ]
        }
        """;

    private const string Mend = "The file is generated: mend the device's definition and build the image again.";

    [Fact]
    public void Accepts_settings()
    {
        var settings = SettingsFile.Parse(Good, "guestd.json");
        Assert.Equal("curl-vm", settings.Name);
        Assert.Equal([new CallRule("host", "Guest/*"), new CallRule("admin-vm", "Applications/Start")], settings.Callers);
        var application = Assert.Single(settings.Applications);
        Assert.Equal(["/usr/bin/curl"], application.Command);
        Assert.Equal([new ArgumentSettings("address", ArgumentKind.Url, true)], application.Arguments);
    }

    [Theory]
    [InlineData("\"name\": \"curl-vm\",", "", "guestd.json, line 8, $: ")]
    [InlineData("\"name\"", "\"nam\"", "guestd.json, line 2, $.nam: ")]
    [InlineData("\"url\"", "\"uri\"", "guestd.json, line 6, $.applications[0].arguments[0].kind: ")]
    [InlineData("\"title\": \"Fetch a page\"", "\"title\": null", "guestd.json, line 5, ")]
    [InlineData("\"required\": true", "\"required\": \"yes\"", "guestd.json, line 6, $.applications[0].arguments[0].required: ")]
    [InlineData("]\n}", "]", "guestd.json, line 7, ")]
    public void Rejects_what_has_another_form(string old, string replacement, string beginning)
    {
        Assert.Contains(old, Good);
        var fault = Assert.Throws<InvalidSettingsException>(() => SettingsFile.Parse(Good.Replace(old, replacement), "guestd.json"));
        Assert.StartsWith(beginning, fault.Message);
        Assert.EndsWith(Mend, fault.Message);
    }

    [Theory]
    [InlineData("\"curl-vm\"", "\"Curl\"", "name: “Curl” is no name of a VM.")]
    [InlineData("\"host\"", "\"*\"", "callers[0].caller: “*” is no name of a VM and not “host”.")]
    [InlineData("Applications/Start", "Applications/Run", "callers[1].method: there is no “Applications/Run”; there are Guest/GetStatus, ")]
    [InlineData("Guest/*", "*", "callers[0].method: there is no “*”; ")]
    [InlineData("\"id\": \"curl\"", "\"id\": \"../x\"", "applications[0].id: “../x” has to be of lower-case letters, digits and hyphens, at most 64.")]
    [InlineData("\"/usr/bin/curl\"", "\"curl\"", "applications[0].command: it has to begin with the absolute path of a program.")]
    [InlineData("\"/usr/bin/curl\"", "", "applications[0].command: it has to begin with the absolute path of a program.")]
    public void Rejects_what_makes_no_sense(string old, string replacement, string place)
    {
        Assert.Contains(old, Good);
        var fault = Assert.Throws<InvalidSettingsException>(() => SettingsFile.Parse(Good.Replace(old, replacement), "guestd.json"));
        Assert.StartsWith($"guestd.json:\n  {place}", fault.Message);
        Assert.EndsWith(Mend, fault.Message);
    }

    [Fact]
    public void Names_all_faults_at_once()
    {
        var bad = Good.Replace("curl-vm", "Curl").Replace("\"host\"", "\"*\"");
        var fault = Assert.Throws<InvalidSettingsException>(() => SettingsFile.Parse(bad, "guestd.json"));
        Assert.Equal(4, fault.Message.Split('\n').Length);
    }

    [Fact]
    public void Rejects_names_that_are_there_twice()
    {
        var settings = Some.Settings() with { Applications = [Some.Curl, Some.Curl with { Arguments = [.. Some.Curl.Arguments, Some.Curl.Arguments[0]] }] };
        Assert.Equal(
            ["applications[1].arguments: “address” is there more than once.", "applications: “curl” is there more than once."],
            CheckSettings.FaultsOf(settings));
    }

    [Fact]
    public void Names_a_missing_file()
    {
        var fault = Assert.Throws<InvalidSettingsException>(() => SettingsFile.Read("/nowhere/guestd.json"));
        Assert.StartsWith("/nowhere/guestd.json can't be read: ", fault.Message);
    }
}
