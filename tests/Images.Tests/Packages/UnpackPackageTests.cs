// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Images.Tests;

public sealed class UnpackPackageTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("xz")]
    [InlineData("gz")]
    [InlineData("zst")]
    public async Task Takes_a_package_apart(string compression)
    {
        var entry = DebFile.Text("./usr/share/hello", new string('x', 1_000_000));
        using var server = new LoopbackServer(await DebFile.MakeAsync(compression, entry));
        var folder = await UnpackAsync(server, await BodyAsync(server));
        Assert.Equal("Package: hello\n", await File.ReadAllTextAsync(Path.Combine(folder, "control", "control")));
        Assert.True(new FileInfo(Path.Combine(folder, "data.tar")).Length > 1_000_000);
    }

    [Fact]
    public async Task Notices_a_corrupted_file_in_the_store_and_fetches_it_anew()
    {
        var deb = await DebFile.MakeAsync("gz", DebFile.Text("./hello", "hi"));
        using var server = new LoopbackServer(deb);
        var damaged = deb.ToArray();
        damaged[^20] ^= 1;
        var store = new Store(_scratch.Path);
        await File.WriteAllBytesAsync(store.BlobPath(Sha256.Of(deb)), damaged);
        await UnpackAsync(server, deb);
        Assert.Single(server.Requests);
        Assert.Equal(deb, await File.ReadAllBytesAsync(store.BlobPath(Sha256.Of(deb))));
    }

    [Fact]
    public async Task Does_not_fetch_what_is_unpacked_already()
    {
        var deb = await DebFile.MakeAsync("gz", DebFile.Text("./hello", "hi"));
        using var server = new LoopbackServer(deb);
        await UnpackAsync(server, deb);
        File.Delete(new Store(_scratch.Path).BlobPath(Sha256.Of(deb)));
        await UnpackAsync(server, deb);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("no package at all", "It is no Debian package: it does not begin like an ar archive.")]
    [InlineData("!<arch>\n", "It is no Debian package: data or control is missing.")]
    [InlineData("!<arch>\ndata.tar.xz     0           ", "It is no Debian package: a member's header makes no sense.")]
    public async Task Refuses_what_is_no_package(string text, string problem)
    {
        var body = System.Text.Encoding.ASCII.GetBytes(text);
        using var server = new LoopbackServer(body);
        var failure = await Assert.ThrowsAsync<PackageDamagedException>(() => UnpackAsync(server, body));
        Assert.Equal("hello 1 (amd64): " + problem, failure.What);
    }

    private static async Task<byte[]> BodyAsync(LoopbackServer server)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(server.Address);
    }

    private async Task<string> UnpackAsync(LoopbackServer server, byte[] deb)
    {
        var package = new LockedPackage("hello", "1", "amd64", Sha256.Of(deb).Hex, deb.Length, "debian", "pool/hello.deb");
        var packageLock = new PackageLock { Epoch = 1, Repositories = [], Sets = [], Packages = ImmutableSortedDictionary<string, LockedPackage>.Empty };
        var store = new Store(_scratch.Path);
        using var fetch = new FetchPackages(store, new FetchOptions
        {
            Mirrors = new Mirrors
            {
                Snapshot = null,
                Bases = ImmutableSortedDictionary<string, ImmutableArray<Uri>>.Empty.Add("debian", [server.Address]),
            },
        });
        return (await new UnpackPackage(store, fetch).RunAsync(packageLock, [package]))[0];
    }
}
