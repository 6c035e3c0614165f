// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Definitions;

public class AnswerCacheTests
{
    [Fact]
    public void Gives_back_what_was_kept_and_nothing_else()
    {
        using var scratch = new ScratchFolder();
        var cache = new AnswerCache(scratch.File("plans"));
        Assert.Null(cache.Find(Sha256.Of("a")));
        cache.Keep(Sha256.Of("a"), "answer");
        Assert.Equal("answer", cache.Find(Sha256.Of("a")));
        Assert.Null(cache.Find(Sha256.Of("b")));
        Assert.Single(Directory.GetFiles(scratch.File("plans")));
    }
}
