// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Starts an application that fetches a page, with a page's address and with what is none: only the first one runs, and the page that
/// it fetched is in its log.
/// </summary>
internal sealed class ApplicationsTakeTypedArguments : IStatement
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public string Text => "An application is started by its VM's agent, with arguments of the kinds that the definition names and no others";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var (vm, application) = context.Plan.Vms
            .SelectMany(v => v.Applications.Where(a => a.Arguments is [{ Kind: ArgumentKind.Url }]).Select(a => (v, a))).FirstOrDefault();
        if (vm is null)
        {
            return StatementResult.True("no VM of this device has an application that takes an address");
        }

        var name = application.Arguments[0].Name;
        foreach (var wrong in (string[])["file:///etc/shadow", "--config=/etc/shadow"])
        {
            try
            {
                await StartAsync(context, vm, application, $"{name}={wrong}", cancellation).ConfigureAwait(false);
                return StatementResult.False($"{vm.Name} started {application.Id} with {wrong}");
            }
            catch (RefusedException)
            {
                // As it should be: the message is the agent's.
            }
        }

        await StartAsync(context, vm, application, $"{name}=http://{Outside.WebName}/", cancellation).ConfigureAwait(false);
        var begun = context.Time.GetTimestamp();
        while (true)
        {
            var log = await context.VmAsync(vm.Name, $"journalctl --no-pager -o cat -u ghaf-app-{application.Id}.service", cancellation).ConfigureAwait(false);
            if (log.Contains(context.Token, StringComparison.Ordinal))
            {
                return StatementResult.True($"{vm.Name} started {application.Id} with http://{Outside.WebName}/, which got the page, and refused other addresses");
            }

            if (context.Time.GetElapsedTime(begun) > Limit)
            {
                return StatementResult.False($"{application.Id} of {vm.Name} did not log the page within {Limit.TotalSeconds:0} s: {log}");
            }

            await Task.Delay(Pause, context.Time, cancellation).ConfigureAwait(false);
        }
    }

    private static Task<ControlReply> StartAsync(
        CheckContext context, VmPlan vm, Application application, string argument, CancellationToken cancellation) => context.Device.AskAsync(
        ControlRequest.Create(ControlVerb.StartApplication, vm.Name.Value, application.Id, argument), Limit, cancellation);
}
