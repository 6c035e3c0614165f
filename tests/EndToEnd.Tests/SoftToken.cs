// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.SupplyChain;

namespace Ghaf.EndToEnd.Tests;

/// <summary>A SoftHSM token, which is one in files, served by p11-kit as a smart card or a security module would be.</summary>
internal sealed class SoftToken : IAsyncDisposable
{
    private const string Label = "ghaf";
    private const string Pin = "567890";
    private const string Module = "/usr/lib/softhsm/libsofthsm2.so";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-token-").FullName;
    private readonly CancellationTokenSource _end = new();
    private readonly Sandbox _tools;
    private Task _server = Task.CompletedTask;

    private SoftToken(Sandbox tools)
    {
        File.WriteAllText(Path.Combine(_folder, "softhsm2.conf"), "directories.tokendir = /token/objects\nobjectstore.backend = file\n");
        Directory.CreateDirectory(Path.Combine(_folder, "objects"));
        WritePin(PinFile, Pin);
        _tools = tools with
        {
            Bind = [new BindMount(_folder, "/token")],
            Environment = tools.Environment.SetItem("SOFTHSM2_CONF", "/token/softhsm2.conf"),
        };
    }

    /// <summary>For <see cref="TokenServer.Variable"/>.</summary>
    public string Address => TokenServer.Scheme + Path.Combine(_folder, "socket");

    public string PinFile => Path.Combine(_folder, "pin");

    /// <summary>Makes the token, and an RSA key for each name.</summary>
    /// <param name="tools">With what signs with tokens.</param>
    public static async Task<SoftToken> StartAsync(Sandbox tools, params string[] keys)
    {
        var token = new SoftToken(tools);
        try
        {
            await token.StartAsync(keys);
            return token;
        }
        catch
        {
            await token.DisposeAsync();
            throw;
        }
    }

    /// <param name="file">A private key as PEM.</param>
    public async Task ImportAsync(string key, string file) => await (_tools with { ReadOnlyBind = [new BindMount(file, "/import.key")] })
        .Wrap("/usr/bin/softhsm2-util", "--import", "/import.key", "--token", Label, "--label", key, "--id", "1F", "--pin", Pin).RunAsync();

    /// <param name="pinFile">Another one than the token's.</param>
    public string Uri(string key, string? pinFile = null, string token = Label) =>
        $"pkcs11:token={token};object={key}?pin-source=file:{pinFile ?? PinFile}";

    /// <summary>A file with a PIN that is not the token's.</summary>
    public string WrongPinFile()
    {
        var file = Path.Combine(_folder, "wrong-pin");
        WritePin(file, "098765");
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _server.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(string[] keys)
    {
        await RunAsync("softhsm2-util", "--init-token", "--free", "--label", Label, "--so-pin", "1234", "--pin", Pin);
        foreach (var key in keys)
        {
            await RunAsync(
                "p11-kit", "generate-keypair", "--provider", Module, "--login", "--type=rsa", "--bits=2048", $"--label={key}",
                $"pkcs11:token={Label}?pin-value={Pin}");
        }

        _server = _tools
            .Wrap("/usr/bin/p11-kit", "server", "--foreground", "--name", "/token/socket", "--provider", Module, $"pkcs11:token={Label}")
            .RunAsync(forceful: _end.Token);
        using var limit = new CancellationTokenSource(StartLimit);
        while (!File.Exists(Path.Combine(_folder, "socket")))
        {
            Assert.False(_server.IsCompleted, "The server ended at once.");
            await Task.Delay(50, limit.Token);
        }
    }

    private Task<CommandResult> RunAsync(string program, params string[] arguments) =>
        _tools.Wrap($"/usr/bin/{program}", arguments).RunAsync();

    private static void WritePin(string file, string pin)
    {
        File.WriteAllText(file, pin);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
