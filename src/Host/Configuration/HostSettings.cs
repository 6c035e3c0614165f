// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc;
using Ghaf.Runners;

namespace Ghaf.Host.Configuration;

/// <summary>How vmd behaves on this device.</summary>
/// <param name="Debug">Whether the ports for requests and consoles are opened at all. Never in a release profile.</param>
/// <param name="NotifyPort">The vsock port on which the guests' systemd reports.</param>
/// <param name="DebugShellPort">The vsock port of the guests' debug shell.</param>
/// <param name="PowerOffPort">The vsock port of the guests' power button: a connection there makes the guest power off.</param>
/// <param name="AgentPort">The vsock port of the guests' agents, and of the host's own services.</param>
/// <param name="SwitchboardPort">The vsock port on which VMs ask to be connected to each other.</param>
/// <param name="StopSeconds">How long a guest may take to power off before its hypervisor is told to quit.</param>
/// <param name="RuntimeDirectory">Where vmd remembers, over its own restart, which guests were ready.</param>
/// <param name="ControlPort">Device file for requests.</param>
/// <param name="StatusPort">Device file for reports of the state.</param>
/// <param name="ConsolePort">Device file that becomes a console.</param>
/// <param name="HostConsoleSocket">Unix socket of a shell on the host, for the console named “host”; null when there is none.</param>
internal sealed record HostSettings(
    bool Debug = false,
    uint NotifyPort = 9999,
    uint DebugShellPort = 1023,
    uint PowerOffPort = 1022,
    uint AgentPort = RpcPorts.Agent,
    uint SwitchboardPort = RpcPorts.Switchboard,
    int StopSeconds = 30,
    string RuntimeDirectory = HostPaths.VmdRuntime,
    string ControlPort = "/dev/virtio-ports/ghaf.control",
    string StatusPort = "/dev/virtio-ports/ghaf.status",
    string ConsolePort = "/dev/virtio-ports/ghaf.console",
    string? HostConsoleSocket = null);
