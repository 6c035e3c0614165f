// SPDX-License-Identifier: Apache-2.0
using System.Net;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Tries to connect to many TCP ports at once, and prints those that answer at all: a port that refuses is let through by the
/// firewall. nc takes a second for each port that is dropped; perl is part of every Debian.
/// </summary>
internal static class PortScan
{
    // A batch has three seconds to answer; the kernel tries each port twice in that time. It is smaller than the table of
    // connections of a VM with a firewall, which forgets some when it is full.
    private const string Program = """
        use strict; use Socket; use IO::Select; use Fcntl; use Errno qw(EINPROGRESS ECONNREFUSED);
        my ($host, @ports) = @ARGV; my %answers;
        while (my @batch = splice @ports, 0, 1000) {
          my %port; my $waiting = IO::Select->new;
          for my $p (@batch) {
            socket(my $s, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
            fcntl($s, F_SETFL, O_NONBLOCK) or die "fcntl: $!";
            if (connect($s, sockaddr_in($p, inet_aton($host)))) { $answers{$p} = 1; next }
            $answers{$p} = 1 if $! == ECONNREFUSED;
            next unless $! == EINPROGRESS;
            $port{fileno $s} = $p; $waiting->add($s);
          }
          my $until = time + 3;
          while ($waiting->count && time < $until) {
            for my $s ($waiting->can_write(0.5)) {
              my $error = unpack "i", getsockopt($s, SOL_SOCKET, SO_ERROR);
              $answers{$port{fileno $s}} = 1 if $error == 0 || $error == ECONNREFUSED;
              $waiting->remove($s); close $s;
            }
          }
          close $_ for $waiting->handles;
        }
        print "$_\n" for sort { $a <=> $b } keys %answers; print "done\n";
        """;

    /// <summary>Prints the ports that answer, a line each, and <c>done</c>.</summary>
    public static string Script(IPAddress address, IEnumerable<int> ports) =>
        $"ulimit -n 8192; exec perl - {address} {string.Join(' ', ports)} <<'PERL'\n{Program}\nPERL";
}
