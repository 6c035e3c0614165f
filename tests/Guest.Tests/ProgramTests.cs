// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Ghaf.Rpc;

namespace Ghaf.Guest.Tests;

/// <summary>The program as systemd starts it, up to what a machine without its socket shows.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-guestd-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rejects_bad_settings()
    {
        var (code, error) = await RunAsync("{ \"name\": \"curl-vm\" }");
        Assert.Equal(78, code);
        Assert.StartsWith($"<3>guestd: {_folder}/guestd.json, line 1, $: ", error);
    }

    [Fact]
    public async Task Rejects_the_identity_of_another_VM()
    {
        WriteIdentity("net-vm");
        var (code, error) = await RunAsync(Good);
        Assert.Equal(78, code);
        Assert.Equal(
            $"<3>guestd: {_folder}/ghaf.identity: the identity is that of “net-vm”, and this is “curl-vm”; the host has to give each VM its own.\n",
            error);
    }

    [Fact]
    public async Task Rejects_a_missing_identity()
    {
        var (code, error) = await RunAsync(Good);
        Assert.Equal(78, code);
        Assert.StartsWith($"<3>guestd: {_folder}/ghaf.identity can't be read: ", error);
    }

    [Fact]
    public async Task Rejects_being_started_without_a_socket()
    {
        WriteIdentity("curl-vm");
        var (code, error) = await RunAsync(Good);
        Assert.Equal(78, code);
        Assert.StartsWith("<3>guestd: systemd passed no socket to this process ", error);
    }

    private const string Good = """{ "name": "curl-vm", "callers": [], "applications": [] }""";

    private void WriteIdentity(string name)
    {
        using var authority = DeviceAuthority.Create(Some.Day);
        using var identity = authority.Issue(name, Some.Day);
        identity.WriteFile(Path.Combine(_folder, "ghaf.identity"));
    }

    private async Task<(int Code, string Error)> RunAsync(string settings)
    {
        var file = Path.Combine(_folder, "guestd.json");
        await File.WriteAllTextAsync(file, settings);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "guestd.dll"), "--settings", file])
        {
            RedirectStandardError = true,
            Environment = { ["CREDENTIALS_DIRECTORY"] = _folder, ["RUNTIME_DIRECTORY"] = null },
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(Some.Limit);
        await process.WaitForExitAsync().WaitAsync(Some.Limit);
        return (process.ExitCode, error);
    }
}
