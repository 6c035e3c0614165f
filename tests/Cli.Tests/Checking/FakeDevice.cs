// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

/// <summary>A device that answers scripts by what they contain; the last answer given for a script wins.</summary>
internal sealed class FakeDevice : IDevice
{
    public const string Host = "host";

    private readonly List<(string Where, string Part, Func<CommandOutput> Output)> _answers = [];
    private readonly Queue<DeviceStatus> _statuses = new();

    public List<string> Asked { get; } = [];

    /// <summary>Called upon each request but the status.</summary>
    public Action<ControlRequest> OnAsk { get; set; } = _ => { };

    /// <summary>What a request is answered with; where it gives null, the reply is the status.</summary>
    public Func<ControlRequest, ControlReply?> Replies { get; set; } = _ => null;

    public FakeDevice Answers(string where, string part, string text, int exitCode = 0)
    {
        _answers.Add((where, part, () => new CommandOutput(exitCode, text)));
        return this;
    }

    /// <summary>The text is asked for at each answer.</summary>
    public FakeDevice Answers(string where, string part, Func<string> text)
    {
        _answers.Add((where, part, () => new CommandOutput(0, text())));
        return this;
    }

    /// <summary>What the device reports, one after the other; the last one from then on.</summary>
    public FakeDevice Reports(params DeviceStatus[] statuses)
    {
        _statuses.Clear();
        foreach (var status in statuses)
        {
            _statuses.Enqueue(status);
        }

        return this;
    }

    public Task<CommandOutput> HostAsync(string script, TimeSpan limit, CancellationToken cancellation) => Answer(Host, script);

    public Task<CommandOutput> VmAsync(string vm, string script, TimeSpan limit, CancellationToken cancellation) => Answer(vm, script);

    public Task<ControlReply> AskAsync(ControlRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        if (request.Verb != ControlVerb.Status)
        {
            Asked.Add($"{request.Verb} {request.Name}");
            OnAsk(request);
        }

        if (Replies(request) is { } reply)
        {
            return Task.FromResult(reply);
        }

        var status = _statuses.Count > 1 ? _statuses.Dequeue() : _statuses.Peek();
        return Task.FromResult(new ControlReply(request.Id, Status: status));
    }

    private Task<CommandOutput> Answer(string where, string script)
    {
        Asked.Add($"{where}: {script}");
        var answer = _answers.LastOrDefault(a => a.Where == where && script.Contains(a.Part));
        return Task.FromResult(answer.Output?.Invoke() ?? throw new InvalidOperationException($"Nobody said what {where} answers to: {script}"));
    }
}
