// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Definitions;

public sealed class AnswerCacheTests : IDisposable
{
    private static readonly Sha256 Key = Sha256.Of("a");
    private readonly ScratchFolder _scratch = new();
    private readonly AnswerCache _cache;

    public AnswerCacheTests() => _cache = new AnswerCache(_scratch.File("plans"), TimeProvider.System);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Gives_back_what_was_kept_and_nothing_else()
    {
        Assert.Null(_cache.Find(Key));
        _cache.Keep(Key, [SealedTargets.Plan("vm-debug"), SealedTargets.Mistake("vm-release")]);
        var answer = Assert.IsType<Answer>(_cache.Find(Key));
        Assert.Equal(["vm-debug", "vm-release"], answer.Targets);
        Assert.Equal(PlanJson.Write(SealedTargets.Plan("vm-debug").Result.Plan!), answer.PlanOf("vm-debug"));
        Assert.Empty(answer.MistakesOf("vm-debug"));
        Assert.Null(answer.PlanOf("vm-release"));
        Assert.Equal("is wrong", Assert.Single(answer.MistakesOf("vm-release")).Message);
        Assert.Null(_cache.Find(Sha256.Of("b")));
        Assert.Single(Directory.GetFileSystemEntries(_scratch.File("plans")));
    }

    [Fact]
    public void Keeps_the_first_of_two_answers()
    {
        _cache.Keep(Key, [SealedTargets.Plan("vm-debug")]);
        Assert.Equal(["vm-debug"], _cache.Keep(Key, [SealedTargets.Plan("other-debug")]).Targets);
        Assert.Single(Directory.GetFileSystemEntries(_scratch.File("plans")));
    }

    [Fact]
    public void Half_an_answer_is_none()
    {
        Directory.CreateDirectory(Path.Combine(_scratch.File("plans"), Key.Hex));
        Assert.Null(_cache.Find(Key));
    }

    [Fact]
    public void Removes_what_nobody_asked_for_for_long()
    {
        _cache.Keep(Key, [SealedTargets.Plan("vm-debug")]);
        _cache.Keep(Sha256.Of("b"), [SealedTargets.Plan("vm-debug")]);
        var before = DateTimeOffset.UtcNow.AddDays(-30);
        _scratch.Write("plans/of-another-version.json", "{}");
        foreach (var entry in Directory.GetFileSystemEntries(_scratch.File("plans")))
        {
            Directory.SetLastWriteTimeUtc(entry, before.UtcDateTime);
        }

        _cache.Find(Key);
        var (removed, kept, freed) = _cache.RemoveUnused(before.AddDays(1));
        Assert.Equal((2, 1), (removed, kept));
        Assert.True(freed > 1000, $"{freed} bytes");
        Assert.Equal([Key.Hex], Directory.GetFileSystemEntries(_scratch.File("plans")).Select(Path.GetFileName));
    }
}
