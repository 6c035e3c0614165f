// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.SupplyChain.Tests.SecureBoot;

public class TokenKeyTests
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData("pkcs11:token=ghaf;object=db", "pkcs11:token=ghaf;object=db;type=private")]
    [InlineData(" pkcs11:id=%01%02;type=private\n", "pkcs11:id=%01%02;type=private")]
    [InlineData(
        "pkcs11:token=a%20b;object=db?pin-source=file:/home/me/the%20pin",
        "pkcs11:token=a%20b;object=db;type=private?pin-source=file:/home/me/the%20pin")]
    public void Accepts_a_private_key(string text, string written) => Assert.Equal(written, TokenKey.Parse(text, "db.uri").ToString());

    [Theory]
    [InlineData("", "it is not one pkcs11: URI")]
    [InlineData("db.key", "it is not one pkcs11: URI")]
    [InlineData("pkcs11:object=one\npkcs11:object=two", "it is not one pkcs11: URI")]
    [InlineData("pkcs11:token=ghaf", "it names no key: neither object= nor id=")]
    [InlineData("pkcs11:object=db;type=cert", "it names something else than a private key")]
    [InlineData("pkcs11:object=db?pin-value=1234", "it tells the PIN, which would be in command lines; name a file by pin-source=")]
    [InlineData("pkcs11:object=db?pin-source=pin", "its pin-source is not file: with an absolute path")]
    [InlineData("pkcs11:object=db?pin-source=|/bin/ask", "its pin-source is not file: with an absolute path")]
    [InlineData("pkcs11:object=db?module-path=/lib/module.so", "the module is p11-kit's to know, not module-path's")]
    [InlineData("pkcs11:object=db?x=y", "?x= is not understood")]
    public void Rejects_what_names_no_private_key_or_tells_the_PIN(string text, string why)
    {
        var refused = Assert.Throws<TokenUnusableException>(() => TokenKey.Parse(text, "keys/db.uri"));
        Assert.Equal($"The key in a token that keys/db.uri names cannot be used: {why}.", refused.What);
        Assert.Equal("Write it like pkcs11:token=NAME;object=KEY?pin-source=file:/PATH.", refused.Mend);
        Assert.Equal(ExitCode.Integrity, refused.ExitCode);
    }

    [Fact]
    public void A_message_about_a_URI_does_not_repeat_the_PIN()
    {
        var refused = Assert.Throws<TokenUnusableException>(() => TokenKey.Parse("pkcs11:object=db?pin-value=4711", "db.uri"));
        Assert.DoesNotContain("4711", refused.ToString());
    }

    [Fact]
    public void A_PIN_is_in_a_file_for_its_owner_only()
    {
        using var scratch = new ScratchFolder();
        var file = scratch.File("pin");
        var key = TokenKey.Parse($"pkcs11:object=db?pin-source=file:{file}", "db.uri");
        var missing = Assert.Throws<TokenUnusableException>(() => key.RequirePinFile("db.uri"));
        Assert.Contains($"its PIN is to be in {file}, which is missing", missing.What);
        File.WriteAllText(file, "1234");
        File.SetUnixFileMode(file, Owners | UnixFileMode.GroupRead);
        var open = Assert.Throws<TokenUnusableException>(() => key.RequirePinFile("db.uri"));
        Assert.Contains("others than you may read", open.What);
        Assert.Equal($"chmod 600 {file}", open.Mend);
        File.SetUnixFileMode(file, Owners);
        key.RequirePinFile("db.uri");
    }

    [Fact]
    public void A_tool_is_told_where_it_sees_the_PIN() => Assert.Equal(
        "pkcs11:object=db;type=private?pin-source=file:/token/pin",
        TokenKey.Parse("pkcs11:object=db?pin-source=file:/home/me/pin", "db.uri").ToUri("/token/pin"));
}
