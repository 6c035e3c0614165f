// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public sealed class StepKeyTests
{
    [Fact]
    public void Same_inputs_give_the_same_key() => Assert.Equal(Key("a", "b"), Key("a", "b"));

    [Fact]
    public void A_boundary_between_values_that_moves_gives_another_key()
    {
        Assert.NotEqual(Key("a", "bc"), Key("ab", "c"));
        Assert.NotEqual(
            StepKey.For("S", 1).With("x", ["a", "b"]).Build().Digest, StepKey.For("S", 1).With("x", ["ab"]).Build().Digest);
    }

    [Fact]
    public void A_number_and_its_text_give_different_keys() => Assert.NotEqual(
        StepKey.For("S", 1).With("x", 1).Build().Digest, StepKey.For("S", 1).With("x", "1").Build().Digest);

    [Fact]
    public void Another_revision_gives_another_key() =>
        Assert.NotEqual(StepKey.For("S", 1).Build().Digest, StepKey.For("S", 2).Build().Digest);

    [Fact]
    public void Rejects_an_input_given_twice() =>
        Assert.Throws<ArgumentException>(() => StepKey.For("S", 1).With("x", "1").With("x", "2"));

    private static StepKey Key(string one, string two) => StepKey.For("S", 1).With("one", one).With("two", two).Build();
}
