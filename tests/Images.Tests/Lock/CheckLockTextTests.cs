// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public sealed class CheckLockTextTests
{
    private static readonly string Whole = PackageLockWriter.Write(LockOf.Sets("bash dash => bash_1/12 dash_1/7"));

    [Fact]
    public void Finds_nothing_in_what_ghaf_wrote() => Assert.Empty(CheckLockText.Run("ghaf.lock", Whole).Findings);

    [Fact]
    public void Tells_all_faults_with_their_lines()
    {
        var damaged = Whole
            .Replace("\"size\":12", "\"size\":0", StringComparison.Ordinal)
            .Replace("pool/dash_1.deb", "../dash.deb", StringComparison.Ordinal)
            .Replace(new string('b', 64), new string('B', 64), StringComparison.Ordinal);
        var findings = CheckLockText.Run("ghaf.lock", damaged).Findings;
        Assert.Equal(
            [
                (4, "The hash of the index of trixie-security is not 64 lower-case hexadecimal digits."),
                (14, "The size of “bash_1_amd64” is 0."),
                (15, "The path “../dash.deb” of “dash_1_amd64” is not a plain path below the repository."),
            ],
            findings.Select(finding => (finding.Line, finding.Problem)));
        Assert.All(findings, finding => Assert.Equal(LockFindingKind.Malformed, finding.Kind));
    }

    [Theory]
    [InlineData("\"epoch\": ", "\"epoch\":  ", 3)]
    [InlineData("      \"bash_1_amd64\",\n      \"dash_1_amd64\"]", "      \"dash_1_amd64\",\n      \"bash_1_amd64\"]", 10)]
    public void Recognises_a_text_that_was_changed_by_hand(string from, string to, int line)
    {
        Assert.Contains(from, Whole, StringComparison.Ordinal);
        var finding = Assert.Single(CheckLockText.Run("ghaf.lock", Whole.Replace(from, to, StringComparison.Ordinal)).Findings);
        Assert.Equal((LockFindingKind.NotCanonical, line), (finding.Kind, finding.Line));
    }

    [Fact]
    public void Rejects_two_sets_for_one_request()
    {
        var set = "    {\"request\":[\"bash\",\"dash\"],\"packages\":[\n      \"bash_1_amd64\",\n      \"dash_1_amd64\"]}";
        Assert.Contains(set, Whole, StringComparison.Ordinal);
        var findings = CheckLockText.Run("ghaf.lock", Whole.Replace(set, set + ",\n" + set, StringComparison.Ordinal)).Findings;
        Assert.Equal("Two sets have this request: bash dash.", Assert.Single(findings).Problem);
    }
}
