// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.SupplyChain.Tests.SecureBoot;

public sealed class CreateKeysTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private KeyFolder Keys => KeyFolder.In(_scratch.Path);

    [Fact]
    public void Private_keys_are_for_their_owner_only_and_nothing_is_for_git()
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys.Path));
        Assert.All(
            KeyFolder.Variables,
            variable => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Keys.PrivateKey(variable))));
        Assert.Equal("*\n", File.ReadAllText(_scratch.File(".ghaf/.gitignore")));
        Assert.Equal([Keys.Path], Directory.EnumerateDirectories(_scratch.File(".ghaf")));
    }

    [Fact]
    public void Keys_are_not_overwritten_without_being_told()
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System);
        var before = File.ReadAllText(Keys.Certificate("db"));
        var refused = Assert.Throws<KeysExistException>(() => CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System));
        Assert.Contains("--force", refused.Mend);
        Assert.Equal(before, File.ReadAllText(Keys.Certificate("db")));
        CreateKeys.Run(Keys, "Test", replace: true, TimeProvider.System);
        Assert.NotEqual(before, File.ReadAllText(Keys.Certificate("db")));
    }

    [Fact]
    public void The_same_keys_give_the_same_enrolment()
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System);
        var before = ReadKeys.Run(Keys).Digest();
        Directory.Delete(Keys.Enrolment, recursive: true);
        EnrollKeys.Run(Keys);
        Assert.Equal(before, ReadKeys.Run(Keys).Digest());
    }

    [Fact]
    public void What_a_build_reads_has_no_private_key()
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System);
        Assert.DoesNotContain("PRIVATE", $"{ReadKeys.Run(Keys)}{string.Join("", ReadKeys.Run(Keys).Programs)}");
    }

    [Theory]
    [InlineData("db.key")]
    [InlineData("db.crt")]
    public void A_damaged_file_is_named(string file)
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System);
        File.WriteAllText(Path.Combine(Keys.Path, file), "no key");
        var refused = Assert.Throws<KeysUnusableException>(() => SigningKey.Load(Keys.Certificate("db"), Keys.PrivateKey("db")));
        Assert.Contains("db.key", refused.What);
    }

    [Fact]
    public void A_key_of_another_certificate_is_refused()
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System);
        Assert.Throws<KeysUnusableException>(() => SigningKey.Load(Keys.Certificate("db"), Keys.PrivateKey("KEK")));
    }

    public void Dispose() => _scratch.Dispose();
}
