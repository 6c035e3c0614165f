// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>What lies beyond the device's network card.</summary>
/// <param name="Network">Whether the emulator may use this machine's network.</param>
/// <param name="Prelude">Shell lines that run before the emulator, in its sandbox; they may leave servers behind.</param>
/// <param name="Resolver">The content of <c>/etc/resolv.conf</c> there, which the emulator asks names from.</param>
internal sealed record Outside(bool Network, string Prelude, string Resolver)
{
    /// <summary>The web server of <see cref="Closed"/>, by name.</summary>
    public const string WebName = "web.outside.test";

    /// <summary>What the emulator's network calls this machine.</summary>
    public const string MachineAddress = "10.0.2.2";

    /// <summary>Files of the closed outside's web server, below the run folder.</summary>
    public const string WebFolder = "web";

    private const string ClosedPrelude =
        $"""
        dnsmasq --keep-in-foreground --conf-file=/dev/null --no-resolv --no-hosts --listen-address=127.0.0.1 \
          --bind-interfaces --user=root --pid-file= --local=/outside.test/ \
          --address=/{WebName}/{MachineAddress} --log-queries --log-facility="$FOLDER/outside-dns.log" &
        busybox httpd -f -vv -p 127.0.0.1:80 -h "$FOLDER/{WebFolder}" 2>"$FOLDER/outside-web.log" &
        """;

    /// <summary>The world, as this machine sees it.</summary>
    public static Outside World() => new(true, "", ReadResolver());

    /// <summary>A world of one name and one page, the same on every machine: nothing leaves the sandbox.</summary>
    public static Outside Closed() => new(false, ClosedPrelude, "nameserver 127.0.0.1\n");

    private static string ReadResolver() => File.Exists("/etc/resolv.conf") ? File.ReadAllText("/etc/resolv.conf") : "";
}
