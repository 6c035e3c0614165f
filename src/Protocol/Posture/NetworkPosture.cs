// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>What the host could speak to the world with.</summary>
/// <param name="Sockets">For each family of sockets that reaches beyond this machine, whether the kernel gives one.</param>
/// <param name="Interfaces">All of them, loopback too.</param>
public sealed record NetworkPosture(IReadOnlyList<SocketTry> Sockets, IReadOnlyList<string> Interfaces);
