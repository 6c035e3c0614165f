// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.SupplyChain.Tests.SecureBoot;

public class ReadTokenKeyTests
{
    // As pkcs11-provider 1.0 logs it.
    private const string Login = "[../src/interface.gen.c:385] p11prov_Login(): Calling C_Login\n";
    private const string NotFound = "Could not find private key of key from pkcs11:token=ghaf;object=db;type=private\n";

    [Theory]
    [InlineData(Login + "[../src/interface.gen.c:389] p11prov_Login(): Error 160 returned by C_Login\n" + NotFound, "the PIN is wrong")]
    [InlineData(Login + "[../src/interface.gen.c:389] p11prov_Login(): Error 164 returned by C_Login\n", "the token has locked itself after wrong PINs")]
    [InlineData(Login + "[../src/interface.gen.c:389] p11prov_Login(): Error 48 returned by C_Login\n", "the token refused the PIN, with code 0x30 of PKCS #11")]
    [InlineData(Login + NotFound, "the token has no such private key")]
    [InlineData("Enter PIN for PKCS#11 Token (Slot 17):\n" + NotFound, "the token asks for a PIN, and none is named")]
    [InlineData(NotFound, "no token that the p11-kit server has fits it")]
    [InlineData("Error: 0x00000002; Module initialization failed!", "the p11-kit server of P11_KIT_SERVER_ADDRESS does not answer")]
    public void Says_why_a_key_cannot_be_used(string log, string why) =>
        Assert.Equal($"The key in a token that db.uri names cannot be used: {why}.", ReadTokenKey.Explain("db.uri", log).What);
}
