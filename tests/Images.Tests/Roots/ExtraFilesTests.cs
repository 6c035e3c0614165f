// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images.Tests.Roots;

public sealed class ExtraFilesTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Copies_a_file_from_whichever_library_has_it()
    {
        Write("ours/guest/a.conf", "a");
        Write("theirs/acme/b.conf", "b");
        Assert.Equal("b", Read("acme/b.conf"));
        Assert.Equal("a", Read("guest/a.conf"));
    }

    [Fact]
    public void Rejects_a_file_that_no_library_has()
    {
        var failure = Assert.Throws<SourceFileMissingException>(() => Read("guest/a.conf"));
        Assert.Equal(ExitCode.DefinitionInvalid, failure.ExitCode);
        Assert.Contains($"{Folder("ours")}, {Folder("theirs")}", failure.Message);
    }

    [Fact]
    public void Rejects_a_file_that_two_libraries_have()
    {
        Write("ours/guest/a.conf", "a");
        Write("theirs/guest/a.conf", "b");
        var failure = Assert.Throws<SourceFileAmbiguousException>(() => Read("guest/a.conf"));
        Assert.Contains(Folder("theirs/guest/a.conf"), failure.Message);
    }

    private string Folder(string name) => Path.Combine(_scratch.Path, name);

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folder(name))!);
        File.WriteAllText(Folder(name), content);
    }

    private string Read(string source)
    {
        var tree = new RootTree();
        ExtraFiles.AddTo(tree, [new FilePlan { Path = "/etc/x", Mode = "0644", Source = source }], [Folder("ours"), Folder("theirs")]);
        using var reader = new StreamReader(tree["etc/x"]!.Content.Open());
        return reader.ReadToEnd();
    }
}
