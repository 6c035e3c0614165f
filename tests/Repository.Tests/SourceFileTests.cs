// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Repository.Tests;

public partial class SourceFileTests
{
    private static readonly string[] SourceEndings = [".cs", ".csproj", ".props", ".sh", ".service", ".socket", ".path"];

    private static IEnumerable<string> Sources =>
        Checkout.Files.Where(f => SourceEndings.Contains(Path.GetExtension(f)) || f is "ghaf" or "tests/run" or ".ci/run");

    [Fact]
    public void Every_source_file_names_its_licence() => Assert.DoesNotContain(
        Sources, file => !Checkout.Read(file).Split('\n').Take(3).Any(l => l.Contains("SPDX-License-Identifier: Apache-2.0")));

    [Fact]
    public void No_source_file_is_longer_than_250_lines() => Assert.DoesNotContain(
        Sources.Where(f => f.StartsWith("src/") || f.StartsWith("modules/")),
        file => Checkout.Read(file).Count(c => c == '\n') > 250);

    [Fact]
    public void No_private_key_is_in_the_repository() =>
        Assert.DoesNotContain(Checkout.Files, file => PrivateKey().IsMatch(Checkout.Read(file)));

    [Fact]
    public void Nothing_is_left_to_do_in_the_code() => Assert.DoesNotContain(
        Sources.Where(f => !f.StartsWith("tests/Repository")), file => Unfinished().IsMatch(Checkout.Read(file)));

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/=]{20}")]
    private static partial Regex PrivateKey();

    [GeneratedRegex("\\b(TODO|FIXME|HACK|NotImplementedException)\\b")]
    private static partial Regex Unfinished();
}
