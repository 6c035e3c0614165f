// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images.Tests;

public sealed class AskMirrorsTests : IDisposable
{
    private static readonly PackageLock Lock = LockOf.Sets("hello => hello_1/1024");
    private static readonly LockedPackage Hello = Lock.Packages.Values.Single();

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Asks_nobody_for_what_the_store_has()
    {
        using var server = new LoopbackServer(null);
        var store = new Store(_scratch.File("store"));
        await File.WriteAllBytesAsync(store.BlobPath(Hello.Hash), new byte[1024]);
        Assert.Equal(PackagePlace.Store, (await AskAsync(server.Address)).Place);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Finds_a_package_at_a_mirror_that_refused_at_first()
    {
        using var server = new LoopbackServer(new byte[1024]) { Refusals = 2 };
        Assert.Equal(PackagePlace.Mirror, (await AskAsync(server.Address)).Place);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Finds_a_package_that_only_the_snapshot_archive_has()
    {
        using var mirror = new LoopbackServer(null);
        using var archive = new LoopbackServer(new byte[1024]);
        var served = await AskAsync(mirror.Address, archive.Address);
        Assert.Equal(PackagePlace.Snapshot, served.Place);
        Assert.Equal("404 Not Found", Assert.Single(served.Answers).Text);
    }

    [Fact]
    public async Task A_file_of_another_size_is_not_the_package()
    {
        using var server = new LoopbackServer(new byte[1000]);
        var served = await AskAsync(server.Address);
        Assert.Null(served.Place);
        Assert.Equal("wrong size, 1000 bytes instead of 1024", Assert.Single(served.Answers).Text);
    }

    [Fact]
    public async Task Gives_a_host_up_that_is_out_of_reach()
    {
        var gone = Gone();
        var many = LockOf.Sets("x => " + string.Join(' ', Enumerable.Range(0, 20).Select(number => $"p{number}_1")));
        using var ask = new AskMirrors(new Store(_scratch.File("store")), Options(gone, null) with { Parallel = 1 });
        var counted = new List<int>();
        var served = await ask.RunAsync(many, [.. many.Packages.Values], counted.Add);
        Assert.Equal(3, served.Count(package => package.Answers[0].Text.EndsWith("3 attempts", StringComparison.Ordinal)));
        Assert.Equal(17, served.Count(package => package.Answers[0].Text == "not asked: its host was out of reach before"));
        Assert.All(served, package => Assert.False(package.Answers[0].IsReached));
        Assert.Equal(Enumerable.Range(1, 20), counted);
    }

    private static Uri Gone()
    {
        using var server = new LoopbackServer(null);
        return server.Address;
    }

    private static FetchOptions Options(Uri mirror, Uri? archive) => new()
    {
        Attempts = 3,
        Backoff = TimeSpan.FromMilliseconds(1),
        Mirrors = new Mirrors
        {
            Bases = ImmutableSortedDictionary<string, ImmutableArray<Uri>>.Empty.Add("debian", [mirror]),
            Snapshot = archive,
        },
    };

    private async Task<ServedPackage> AskAsync(Uri mirror, Uri? archive = null)
    {
        using var ask = new AskMirrors(new Store(_scratch.File("store")), Options(mirror, archive));
        return Assert.Single(await ask.RunAsync(Lock, [Hello], _ => { }));
    }
}
