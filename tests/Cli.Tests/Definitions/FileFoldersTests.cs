// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions;

public sealed class FileFoldersTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Finds_them_beside_the_definition_and_each_project_it_is_made_of()
    {
        _scratch.Write("devices/vm.cs", "#:project ../modules\n");
        _scratch.Write("devices/files/a", "");
        _scratch.Write("modules/Modules.csproj", """<ProjectReference Include="../acme/Acme.csproj" />""");
        _scratch.Write("modules/files/a", "");
        _scratch.Write("acme/Acme.csproj", "");
        _scratch.Write("acme/files/a", "");
        _scratch.Write("other/files/a", "");
        Assert.Equal(["acme/files", "devices/files", "modules/files"], await FindAsync());
    }

    [Fact]
    public async Task Leaves_out_what_is_not_there()
    {
        _scratch.Write("devices/vm.cs", "#:project ../modules\n");
        _scratch.Write("modules/Modules.csproj", "");
        Assert.Empty(await FindAsync());
    }

    private async Task<IEnumerable<string>> FindAsync()
    {
        var checkout = new Checkout(_scratch.Path);
        var folders = await new FileFolders(checkout, TimeProvider.System, () => { })
            .OfAsync(DefinitionSource.Read(checkout, "vm"), TestContext.Current.CancellationToken);
        return folders.Select(folder => Path.GetRelativePath(_scratch.Path, folder));
    }
}
