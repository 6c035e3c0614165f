// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Cli;

/// <summary>Ctrl-C, SIGTERM and a closed terminal: the first asks for an orderly end, the second ends at once.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource _orderly = new();
    private readonly CancellationTokenSource _atOnce = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public CancellationToken Orderly => _orderly.Token;

    public CancellationToken AtOnce => _atOnce.Token;

    /// <summary>From here on signals no longer end the process by themselves.</summary>
    public static Interruption Watch()
    {
        var interruption = new Interruption();
        foreach (var signal in Signals)
        {
            interruption._registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                interruption.Raise();
            }));
        }

        return interruption;
    }

    public void Raise()
    {
        if (_orderly.IsCancellationRequested)
        {
            _atOnce.Cancel();
        }
        else
        {
            _orderly.Cancel();
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _orderly.Dispose();
        _atOnce.Dispose();
    }
}
