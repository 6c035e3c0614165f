// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>The kernel or a security module forbids user namespaces, without which there is no sandbox.</summary>
public sealed class UserNamespacesUnavailableException(string answer, Exception? cause = null)
    : GhafException(
        $"This machine does not let {Environment.UserName} create user namespaces, which every build sandbox needs: {answer}",
        "Allow them, as root, with whichever of these your kernel has: sysctl kernel.unprivileged_userns_clone=1; "
        + "sysctl user.max_user_namespaces=65536; sysctl kernel.apparmor_restrict_unprivileged_userns=0. "
        + "In a container, start it with --security-opt seccomp=unconfined --security-opt apparmor=unconfined.",
        cause)
{
    public override ExitCode ExitCode => ExitCode.Environment;
}
