// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;

namespace Ghaf.Exec.Tests;

/// <summary>With the machine's own bubblewrap, or that of GHAF_TEST_TOOLCHAIN; each as root and as an ordinary user.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly string _scratch = MakeScratch();

    public static TheoryData<bool> AsRootAndAsUser => [false, true];

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    [Theory]
    [MemberData(nameof(AsRootAndAsUser))]
    public async Task Sees_neither_network_nor_home_nor_environment(bool asUser)
    {
        var result = await RunAsync(Box(), asUser, "sh", "-c", "tail -n +3 /proc/net/dev | wc -l; ls /root | wc -l; env | sort; pwd; id -u");
        Assert.Equal(
            """
            1
            0
            HOME=/root
            LC_ALL=C.UTF-8
            PATH=/usr/sbin:/usr/bin:/sbin:/bin
            PWD=/
            SOURCE_DATE_EPOCH=1789199741
            /
            0

            """,
            result.Output);
    }

    [Theory]
    [MemberData(nameof(AsRootAndAsUser))]
    public async Task Cannot_reach_a_server_of_the_machine(bool asUser)
    {
        var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        var port = ((System.Net.IPEndPoint)server.LocalEndpoint).Port;
        var result = await RunAsync(Box(), asUser, "bash", "-c", $"exec 3<>/dev/tcp/127.0.0.1/{port}");
        server.Stop();
        Assert.Equal(1, result.Status);
        Assert.Contains("Connection refused", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AsRootAndAsUser))]
    public async Task Writes_only_where_it_may(bool asUser)
    {
        var (open, closed) = (Folder("open"), Folder("closed"));
        var box = Box() with { Bind = [new BindMount(open, "/work/out")], ReadOnlyBind = [new BindMount(closed, "/work")] };
        Folder("closed/out");
        var result = await RunAsync(box, asUser, "sh", "-c", "echo 1 > /work/out/a; echo 2 > /work/b; echo 3 > /usr/c; echo 4 > /tmp/d");
        Assert.True(File.Exists(Path.Combine(open, "a")), result.Error);
        Assert.False(File.Exists(Path.Combine(closed, "b")));
        Assert.False(File.Exists("/usr/c"));
        Assert.False(File.Exists("/tmp/d"));
    }

    [Theory]
    [MemberData(nameof(AsRootAndAsUser))]
    public async Task Suppresses_chown_only_when_asked(bool asUser)
    {
        const string Script = "touch /tmp/f && chown 33:44 /tmp/f && chown -h 33 /tmp/f && stat -c %u:%g /tmp/f";
        var suppressed = await RunAsync(Box() with { SuppressChown = true }, asUser, "sh", "-c", Script);
        Assert.True(suppressed.Output == "0:0\n", suppressed.Error);
        var plain = await RunAsync(Box(), asUser, "sh", "-c", Script);
        Assert.NotEqual(0, plain.Status);
        Assert.Contains("Invalid argument", plain.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AsRootAndAsUser))]
    public async Task Suppresses_sync_only_when_asked(bool asUser)
    {
        // A pipe cannot be synchronised: the call fails unless it is not made.
        const string Script = "import os; os.fsync(os.pipe()[1]); print('done')";
        var suppressed = await RunAsync(Box() with { SuppressSync = true }, asUser, "python3", "-c", Script);
        Assert.True(suppressed.Output == "done\n", suppressed.Error);
        Assert.Contains("Invalid argument", (await RunAsync(Box(), asUser, "python3", "-c", Script)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AsRootAndAsUser))]
    public async Task Passes_input_output_and_status(bool asUser)
    {
        var box = Box() with { SuppressChown = true };
        var result = await As(box.Wrap("sh", "-c", "cat; exit 7") with { Input = "words", FailureThrows = false }, asUser).RunAsync();
        Assert.Equal((7, "words"), (result.Status, result.Output));
    }

    [Fact]
    public async Task A_failure_names_the_program_inside_and_replays_the_sandbox()
    {
        var failure = await Assert.ThrowsAsync<ToolFailedException>(
            () => (Box() with { SuppressChown = true }).Wrap("sh", "-c", "echo oh >&2; exit 5").RunAsync());
        Assert.Equal(("sh", 5, "oh"), (failure.Program, failure.Status, failure.ErrorEnd));
        var replay = await (Command.Of("sh", "-c", failure.CommandLine) with { FailureThrows = false }).RunAsync();
        Assert.Equal((5, "oh\n"), (replay.Status, replay.Error));
    }

    [Fact]
    public async Task Dies_with_us_when_we_are_killed()
    {
        var seconds = "300." + Random.Shared.Next(100000, 999999).ToString(CultureInfo.InvariantCulture);
        using var victim = Process.Start(Processes.Victim, ["start-sandboxed", ToolchainRoot(), seconds]);

        // bubblewrap outside, its first process inside, and sleep itself.
        for (var i = 0; i < 400 && Processes.WithLastArgument(seconds).Count() < 4; i++)
        {
            await Task.Delay(50);
        }

        var started = Processes.WithLastArgument(seconds).Where(id => id != victim.Id).ToList();
        Assert.NotEmpty(started);
        victim.Kill();
        foreach (var id in started)
        {
            await Processes.AssertEndsAsync(id);
        }
    }

    [Fact]
    public async Task Without_user_namespaces_says_how_to_allow_them()
    {
        var line = Box().Wrap("true");
        var inner = Command.Of(
            "unshare", ["-Ur", "sh", "-c", "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"", "sh", line.Program, .. line.Arguments]);
        var failure = await Assert.ThrowsAsync<UserNamespacesUnavailableException>(() => (inner with { Explain = line.Explain }).RunAsync());
        Assert.Contains("kernel.apparmor_restrict_unprivileged_userns", failure.Mend, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Environment, failure.ExitCode);
    }

    [Theory]
    [InlineData(System.Runtime.InteropServices.Architecture.X64, true, false, 9)]
    [InlineData(System.Runtime.InteropServices.Architecture.X64, true, true, 14)]
    [InlineData(System.Runtime.InteropServices.Architecture.X64, false, true, 10)]
    [InlineData(System.Runtime.InteropServices.Architecture.Arm64, true, false, 7)]
    [InlineData(System.Runtime.InteropServices.Architecture.Arm64, true, true, 12)]
    public void A_filter_is_a_short_program(
        System.Runtime.InteropServices.Architecture architecture, bool chown, bool sync, int instructions) =>
        Assert.Equal(instructions * 8, CallFilter.For(architecture, chown, sync).Length);

    [Fact]
    public void The_store_lies_where_it_is_told_to()
    {
        Assert.Equal("/a", StoreLocation.Choose("/a", "/b", "/home/x"));
        Assert.Equal("/b/ghaf/store", StoreLocation.Choose(null, "/b", "/home/x"));
        Assert.Equal("/home/x/.cache/ghaf/store", StoreLocation.Choose("", "relative", "/home/x"));
    }

    private static string ToolchainRoot()
    {
        var root = Environment.GetEnvironmentVariable("GHAF_TEST_TOOLCHAIN") ?? "/";
        Assert.SkipUnless(File.Exists(Path.Combine(root, "usr/bin/bwrap")), "no bubblewrap here; set GHAF_TEST_TOOLCHAIN");
        return root;
    }

    private static string MakeScratch()
    {
        var folder = Directory.CreateTempSubdirectory("ghaf-test-").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0x1ff);
        return folder;
    }

    private string Folder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_scratch, name)).FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0x1ff);
        return folder;
    }

    private Sandbox Box() => new()
    {
        ToolchainRoot = ToolchainRoot(),
        SourceDateEpoch = 1789199741,
        FilterFolder = Path.Combine(_scratch, "sandbox"),
    };

    private static Task<CommandResult> RunAsync(Sandbox box, bool asUser, string program, params string[] arguments) =>
        As(box.Wrap(program, arguments) with { FailureThrows = false }, asUser).RunAsync();

    private static Command As(Command command, bool asUser)
    {
        if (!asUser)
        {
            return command;
        }

        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can become somebody else");
        return command with
        {
            Program = "setpriv",
            Arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", command.Program, .. command.Arguments],
        };
    }
}
