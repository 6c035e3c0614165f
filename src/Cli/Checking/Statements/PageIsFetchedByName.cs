// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Fetches a page with a random content from outside the emulated machine.</summary>
internal sealed class PageIsFetchedByName : IStatement
{
    private const string Url = $"http://{Outside.WebName}/";

    public string Text => "A VM with curl fetches a page by name from a web server outside the machine";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var vm = context.Plan.Vms.FirstOrDefault(vm => vm.Packages.Contains("curl"));
        if (vm is null)
        {
            return StatementResult.False("no VM of this device has curl");
        }

        var page = await context.VmAsync(vm.Name, $"curl --silent --show-error --max-time 30 {Url}", cancellation).ConfigureAwait(false);
        return page == context.Token
            ? StatementResult.True($"{vm.Name} got {Url}: {page}")
            : StatementResult.False($"{vm.Name} got “{page}” instead of “{context.Token}”");
    }
}
