// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images.Tests;

public class HardeningVerdictTests
{
    private const string Printed =
        """
        [{"option_name": "CONFIG_BUG", "type": "kconfig", "reason": "self_protection", "decision": "defconfig", "desired_val": "y", "check_result": "OK", "check_result_bool": true},
         {"option_name": "CONFIG_CFI_CLANG", "type": "kconfig", "reason": "self_protection", "decision": "kspp", "desired_val": "y", "check_result": "FAIL: is not found", "check_result_bool": false},
         {"option_name": "CONFIG_OF_TOMORROW", "type": "kconfig", "reason": "self_protection", "decision": "kspp", "desired_val": "y", "check_result": "FAIL: is not found", "check_result_bool": false},
         {"option_name": "pti", "type": "cmdline", "reason": "self_protection", "decision": "kspp", "desired_val": "on", "check_result": "FAIL: is not found", "check_result_bool": false}]
        """;

    private static readonly ImmutableHashSet<string> Known = ["CONFIG_BUG", "CONFIG_CFI_CLANG"];

    [Fact]
    public void What_fails_is_accepted_with_a_reason_unknown_to_the_kernel_or_a_fault()
    {
        var verdict = Verdict("host", new AcceptedFailure("all", "CONFIG_CFI_CLANG", "gcc", "a:1"), new AcceptedFailure("guest", "pti", "slow", "a:2"));
        Assert.Equal(1, verdict.Ok);
        Assert.Equal("gcc", Assert.Single(verdict.Accepted).By.Reason);
        Assert.Equal("CONFIG_OF_TOMORROW", Assert.Single(verdict.Unknown).Option);
        Assert.Equal("pti", Assert.Single(verdict.Faults).Option);
        Assert.False(verdict.IsGood);
    }

    [Fact]
    public void Nothing_is_wrong_where_all_is_accepted_for_the_system() => Assert.True(Verdict(
        "guest", new AcceptedFailure("all", "CONFIG_CFI_CLANG", "gcc", "a:1"), new AcceptedFailure("guest", "pti", "slow", "a:2")).IsGood);

    [Fact]
    public void A_sixth_reason_is_one_too_many()
    {
        var answers = Enumerable.Range(1, 6).Select(n => new HardeningAnswer($"option{n}", "cmdline", "1", "FAIL: is not found", IsOk: false)).ToImmutableArray();
        ImmutableArray<AcceptedFailure> reasons = [.. answers.Select(answer => new AcceptedFailure("all", answer.Option, "so", "a:1"))];
        Assert.True(HardeningVerdict.Of(Of("host"), answers[..5], reasons, []).IsGood);
        Assert.False(HardeningVerdict.Of(Of("host"), answers, reasons, []).IsGood);
    }

    [Theory]
    [InlineData("fragment:guest-graphics", true)]
    [InlineData("fragment:usb", false)]
    [InlineData("guest-graphics", false)]
    public void A_reason_may_be_for_kernels_with_a_fragment(string system, bool holds) =>
        Assert.Equal(holds, new AcceptedFailure(system, "CONFIG_KCMP", "DRM", "a:1").IsFor(Of("guest", "base", "guest-graphics")));

    private static KernelRecipe Of(string system, params string[] fragments) => new(system, "linux-source-6.12", [.. fragments], "amd64");

    private static HardeningVerdict Verdict(string system, params AcceptedFailure[] accepted) =>
        HardeningVerdict.Of(Of(system), CheckHardening.Read(Printed), [.. accepted], Known);
}
