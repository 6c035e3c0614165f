// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images.Tests;

public sealed class FetchPackagesTests : IDisposable
{
    private static readonly byte[] Body = MakeBody();
    private static readonly LockedPackage Package =
        new("hello", "2.10-5", "amd64", Sha256.Of(Body).Hex, Body.Length, "debian", "pool/main/h/hello/hello_2.10-5_amd64.deb");

    private static readonly PackageLock Lock = new()
    {
        Epoch = 1789199741,
        Repositories = [new("debian", "trixie", "main", "amd64", new string('a', 64), 1789199741)],
        Sets = [new(["hello"], [Package.Id])],
        Packages = ImmutableSortedDictionary<string, LockedPackage>.Empty.Add(Package.Id, Package),
    };

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Fetches_into_the_store_and_not_again()
    {
        using var server = new LoopbackServer(Body);
        await FetchAsync(server);
        await FetchAsync(server);
        AssertStored();
        Assert.Equal([0], server.Requests);
    }

    [Fact]
    public async Task Resumes_after_a_drop()
    {
        using var server = new LoopbackServer(Body) { Drops = 1 };
        await FetchAsync(server);
        AssertStored();
        Assert.Equal([0, Body.Length / 2], server.Requests);
    }

    [Fact]
    public async Task Begins_anew_after_a_drop_where_the_server_knows_no_ranges()
    {
        using var server = new LoopbackServer(Body) { Drops = 1, KnowsRanges = false };
        await FetchAsync(server);
        AssertStored();
        Assert.Equal([0, 0], server.Requests);
    }

    [Fact]
    public async Task Notices_a_stall_and_resumes()
    {
        using var server = new LoopbackServer(Body) { Stalls = 1 };
        await FetchAsync(server).WaitAsync(TimeSpan.FromSeconds(30));
        AssertStored();
        Assert.Equal([0, Body.Length / 2], server.Requests);
    }

    [Fact]
    public async Task Tries_again_when_the_server_is_overloaded()
    {
        using var server = new LoopbackServer(Body) { Refusals = 2 };
        await FetchAsync(server);
        AssertStored();
    }

    [Fact]
    public async Task Resumes_what_a_killed_build_left()
    {
        using var server = new LoopbackServer(Body);
        var store = new Store(_scratch.Path);
        await File.WriteAllBytesAsync(store.BlobPath(Package.Hash) + ".part", Body[..1000]);
        await FetchAsync(server);
        AssertStored();
        Assert.Equal([1000], server.Requests);
    }

    [Fact]
    public async Task Gives_a_source_a_second_chance_when_what_was_left_is_damaged()
    {
        using var server = new LoopbackServer(Body);
        await File.WriteAllBytesAsync(new Store(_scratch.Path).BlobPath(Package.Hash) + ".part", new byte[1000]);
        await FetchAsync(server);
        AssertStored();
        Assert.Equal([1000, 0], server.Requests);
    }

    [Fact]
    public async Task Fetches_wrong_bytes_anew_from_another_source_once()
    {
        using var liar = new LoopbackServer(new byte[Body.Length]);
        using var honest = new LoopbackServer(Body);
        await FetchAsync(liar, honest);
        AssertStored();
        Assert.Equal([0], liar.Requests);
        Assert.Equal([0], honest.Requests);
    }

    [Fact]
    public async Task Refuses_wrong_bytes_that_every_source_has()
    {
        using var liar = new LoopbackServer(new byte[Body.Length]);
        using var cheat = new LoopbackServer(Body[..100]);
        var failure = await Assert.ThrowsAsync<WrongHashException>(() => FetchAsync(liar, cheat));
        Assert.Equal(ExitCode.Integrity, failure.ExitCode);
        Assert.Contains($"wrong sha256 {Sha256.Of(new byte[Body.Length])}", failure.What, StringComparison.Ordinal);
        Assert.Contains($"wrong size, 100 bytes instead of {Body.Length}", failure.What, StringComparison.Ordinal);
        Assert.False(File.Exists(new Store(_scratch.Path).BlobPath(Package.Hash)));
    }

    [Fact]
    public async Task Says_whom_it_asked_when_nobody_serves_a_package()
    {
        using var gone = new LoopbackServer(null);
        using var gone2 = new LoopbackServer(null);
        var failure = await Assert.ThrowsAsync<PackageUnavailableException>(() => FetchAsync(gone, gone2));
        Assert.Equal(
            $"""
            Nobody serves the package hello 2.10-5 (amd64), sha256 {Package.Sha256}. Asked:
              {gone.Address}pool/main/h/hello/hello_2.10-5_amd64.deb: 404 Not Found
              {gone2.Address}pool/main/h/hello/hello_2.10-5_amd64.deb: 404 Not Found
            If the mirrors have a newer version now, run `ghaf lock update`; if the network is at fault, build again.
            """,
            failure.Message);
        Assert.Equal(ExitCode.LockStale, failure.ExitCode);
    }

    [Fact]
    public async Task Fetches_a_file_of_the_store_anew_that_has_lost_its_end()
    {
        using var server = new LoopbackServer(Body);
        await FetchAsync(server);
        await File.WriteAllBytesAsync(new Store(_scratch.Path).BlobPath(Package.Hash), Body[..10]);
        await FetchAsync(server);
        AssertStored();
    }

    [Fact]
    public void Asks_the_snapshot_archive_last_and_by_the_date_of_the_lock() => Assert.Equal(
        [
            "http://mirror.test/debian/pool/main/h/hello/hello_2.10-5_amd64.deb",
            "http://deb.debian.org/debian/pool/main/h/hello/hello_2.10-5_amd64.deb",
            "https://deb.debian.org/debian/pool/main/h/hello/hello_2.10-5_amd64.deb",
            "https://snapshot.debian.org/archive/debian/20260912T195541Z/pool/main/h/hello/hello_2.10-5_amd64.deb",
        ],
        Mirrors.From("http://mirror.test/debian", null).AddressesOf(Package, Lock).Select(address => address.ToString()));

    private async Task FetchAsync(params LoopbackServer[] servers)
    {
        var options = new FetchOptions
        {
            // Short only where a stall is what the test waits for: a loaded machine is slow too.
            StallTimeout = TimeSpan.FromSeconds(servers.Any(server => server.Stalls > 0) ? 1 : 20),
            Backoff = TimeSpan.FromMilliseconds(10),
            Mirrors = new Mirrors
            {
                Snapshot = null,
                Bases = ImmutableSortedDictionary<string, ImmutableArray<Uri>>.Empty
                    .Add("debian", [.. servers.Select(server => server.Address)]),
            },
        };
        using var fetch = new FetchPackages(new Store(_scratch.Path), options);
        await fetch.RunAsync(Lock, [Package]);
    }

    private void AssertStored()
    {
        var blobs = Directory.GetFiles(_scratch.File("blobs"));
        Assert.Equal([_scratch.File("blobs/" + Package.Sha256)], blobs);
        Assert.Equal(Package.Hash, Sha256.Of(File.ReadAllBytes(blobs[0])));
    }

    private static byte[] MakeBody()
    {
        var body = new byte[300_000];
        new Random(1).NextBytes(body);
        return body;
    }
}
