// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public sealed class DpkgDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-dpkg-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_package_is_recorded_as_dpkg_would_after_unpacking()
    {
        var control = Control(
            "Package: tool\nArchitecture: amd64\nVersion: 1\nDescription: A tool\n long\n",
            ("conffiles", "/etc/tool.conf\n"),
            ("postinst", "#!/bin/sh\n"),
            ("triggers", "# comment\ninterest-noawait /usr/share/tools\ninterest tool-update\nactivate-noawait ldconfig\n"));
        var database = new DpkgDatabase(_folder);

        Assert.Equal("tool", database.AddUnpacked(control, ["./", "./etc/", "./etc/tool.conf"]));

        Assert.Equal(
            "Package: tool\nStatus: install ok unpacked\nArchitecture: amd64\nVersion: 1\nDescription: A tool\n long\n"
            + "Conffiles:\n /etc/tool.conf newconffile\n\n",
            Read("status"));
        Assert.Equal("/.\n/etc\n/etc/tool.conf\n", Read("info/tool.list"));
        Assert.Equal("#!/bin/sh\n", Read("info/tool.postinst"));
        Assert.Equal("/usr/share/tools tool/noawait\n", Read("triggers/File"));
        Assert.Equal("tool\n", Read("triggers/tool-update"));
        Assert.Empty(database.Triggers);
    }

    [Fact]
    public void Packages_set_off_triggers_of_those_that_were_there_before()
    {
        var before = Control(
            "Package: tool\nArchitecture: amd64\nVersion: 1\n",
            ("triggers", "interest-noawait /usr/share/tools\ninterest tool-update\ninterest other\ninterest /usr/share/none\n"));
        new DpkgDatabase(_folder).AddUnpacked(before, []);
        var layer = new DpkgDatabase(_folder);
        var added = Control(
            "Package: more\nArchitecture: amd64\nVersion: 1\n",
            ("triggers", "activate-noawait tool-update\nactivate unknown\ninterest /usr/share/more\n"));
        layer.AddUnpacked(added, ["./", "./usr/", "./usr/share/", "./usr/share/tools/", "./usr/share/tools/one", "./usr/share/more/two"]);
        Assert.Equal(["/usr/share/tools", "tool-update"], layer.Triggers);
    }

    [Fact]
    public void A_co_installable_package_carries_its_architecture()
    {
        var control = Control("Package: libc6\nArchitecture: amd64\nMulti-Arch: same\nVersion: 2\n");
        Assert.Equal("libc6:amd64", new DpkgDatabase(_folder).AddUnpacked(control, []));
        Assert.True(File.Exists(Path.Combine(_folder, "var/lib/dpkg/info/libc6:amd64.list")));
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, "var/lib/dpkg", file));

    private string Control(string fields, params (string Name, string Text)[] files)
    {
        var control = Directory.CreateDirectory(Path.Combine(_folder, "control")).FullName;
        File.WriteAllText(Path.Combine(control, "control"), fields);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(control, name), text);
        }

        return control;
    }
}
