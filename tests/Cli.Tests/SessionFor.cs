// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests;

/// <summary>A session that prints into texts.</summary>
internal sealed class SessionFor : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly Interruption _interruption = Interruption.Watch();

    public SessionFor(Checkout? checkout = null) => Session = new Session
    {
        Output = Output,
        Error = Error,
        Screen = Screens.Of(Output, redirected: true),
        ErrorScreen = Screens.Of(Error, redirected: true),
        Log = new LogFile(_scratch.File("log"), TimeProvider.System),
        Interruption = _interruption,
        KnownCheckout = checkout,
    };

    public StringWriter Output { get; } = new();

    public StringWriter Error { get; } = new();

    public Session Session { get; }

    public void Dispose()
    {
        _interruption.Dispose();
        _scratch.Dispose();
    }
}
