// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Host.State;

namespace Ghaf.Host.Tests.State;

public sealed class OpenStateTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ghaf-state-").FullName;
    private readonly StringWriter _said = new();
    private readonly StatePaths _paths;
    private readonly FakeStateTools _tools;
    private readonly StateSpec _state;

    public OpenStateTests()
    {
        _paths = new StatePaths(_root);
        _tools = new FakeStateTools(_paths);
        _state = new StateSpec([new VolumeFile(Path.Combine(_paths.Mounted, "volumes/admin-vm/logs.raw"), 4096, 803)], [new OwnedFolder(Path.Combine(_paths.Mounted, "tpm/admin-vm"), 803)]);
        Directory.CreateDirectory(Path.GetDirectoryName(_paths.Partition)!);
        Directory.CreateDirectory(Path.GetDirectoryName(_paths.BootPartitionVariable)!);
        File.WriteAllBytes(_paths.BootPartitionVariable, [6, 0, 0, 0, .. Encoding.Unicode.GetBytes("ABCD\0")]);
        Partition(new byte[1 << 20]);
    }

    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
        _said.Dispose();
    }

    [Fact]
    public async Task A_blank_partition_becomes_storage_that_only_the_TPM_and_the_recovery_key_open()
    {
        Assert.Equal(0, await RunAsync());
        Assert.Equal(
            [
                "mount vfat read-only", "unmount", "cryptsetup luksFormat", $"systemd-cryptenroll --unlock-key-file={_paths.FirstKey}",
                $"systemd-cryptenroll --unlock-key-file={_paths.FirstKey}", "cryptsetup open", "mkfs.ext4 -q", "cryptsetup luksRemoveKey",
                "cryptsetup config", "mount ext4", "give admin-vm to 803", "give admin-vm to 803", "give logs.raw to 803",
            ],
            _tools.Done);
        Assert.True(_tools.FirstKeyWasPrivate);
        Assert.False(File.Exists(_paths.FirstKey));
        Assert.Equal(FakeStateTools.NewKey, File.ReadAllText(_paths.RecoveryKey));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_paths.RecoveryKey));
        Assert.DoesNotContain(FakeStateTools.NewKey, _said.ToString());
        Assert.Contains("one", File.ReadAllText(_paths.Signature));
        Assert.Equal(4096, new FileInfo(_state.Volumes[0].Path).Length);
    }

    [Fact]
    public async Task A_failure_halfway_leaves_no_key_and_the_next_start_makes_the_storage_anew()
    {
        _tools.Fails = ("mkfs.ext4", "mkfs.ext4 ended with 1: no space");
        Assert.Equal(1, await RunAsync());
        Assert.False(File.Exists(_paths.FirstKey));
        Encrypted(ReadPartition.Making);
        _tools.Fails = null;
        _tools.Done.Clear();
        Assert.Equal(0, await RunAsync());
        Assert.Contains("cryptsetup luksFormat", _tools.Done);
    }

    [Fact]
    public async Task Storage_that_is_there_is_opened_by_the_TPM_and_not_made_again()
    {
        Encrypted(ReadPartition.Made);
        Directory.CreateDirectory(_paths.Mounted);
        File.WriteAllText(_paths.Shown, "");
        Assert.Equal(0, await RunAsync());
        Assert.Contains("systemd-cryptsetup attach", _tools.Done);
        Assert.DoesNotContain(_tools.Done, line => line.StartsWith("cryptsetup") || line.StartsWith("systemd-cryptenroll"));
    }

    [Fact]
    public async Task A_recovery_key_that_nobody_saw_is_replaced()
    {
        Encrypted(ReadPartition.Made);
        Assert.Equal(0, await RunAsync());
        Assert.Contains("systemd-cryptenroll --unlock-tpm2-device=auto", _tools.Done);
        Assert.Equal(FakeStateTools.NewKey, File.ReadAllText(_paths.RecoveryKey));
    }

    [Fact]
    public async Task Another_machines_storage_stays_shut_and_its_VMs_hear_why()
    {
        Encrypted(ReadPartition.Made);
        _tools.Fails = ("systemd-cryptsetup", "systemd-cryptsetup ended with 1: Failed to unseal");
        Assert.Equal(1, await RunAsync());
        Assert.DoesNotContain("mount ext4", _tools.Done);
        using var heard = new StringWriter();
        Assert.Equal(1, RequireState.Run(_paths, new Log(heard, TimeProvider.System)));
        Assert.Contains("The disk was moved here from another machine, or its TPM was cleared", heard.ToString());
    }

    [Fact]
    public async Task What_is_not_ours_is_left_alone()
    {
        Partition([.. new byte[4096], 1]);
        Assert.Equal(1, await RunAsync());
        Assert.Contains("holds something that is not ours", _said.ToString());
        Assert.Equal(["mount vfat read-only", "unmount"], _tools.Done);
    }

    [Fact]
    public async Task A_volume_grows_and_never_shrinks()
    {
        var file = _state.Volumes[0].Path;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, new byte[8192]);
        Assert.Equal(0, await RunAsync());
        Assert.Equal(8192, new FileInfo(file).Length);
    }

    [Fact]
    public void Signatures_of_all_images_are_one_and_what_cannot_be_read_counts_for_nothing()
    {
        var merged = BootSignatures.Merge(["""{"sha256":[{"pol":"a"}]}""", "no json", """{"sha256":[{"pol":"b"}],"sha1":[]}"""]);
        Assert.Equal("""{"sha256":[{"pol":"a"},{"pol":"b"}],"sha1":[]}""", merged);
        Assert.Throws<StateException>(() => BootSignatures.Merge(["[]"]));
    }

    private Task<int> RunAsync() =>
        OpenState.RunAsync(_state, _paths, _tools, new Log(_said, TimeProvider.System), TestContext.Current.CancellationToken);

    private void Encrypted(string label)
    {
        var header = new byte[1 << 20];
        ((byte[])[(byte)'L', (byte)'U', (byte)'K', (byte)'S', 0xBA, 0xBE, 0, 2]).CopyTo(header, 0);
        Encoding.ASCII.GetBytes(label).CopyTo(header, 24);
        Partition(header);
    }

    private void Partition(byte[] content) => File.WriteAllBytes(_paths.Partition, content);
}
