// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking.Requirements;

/// <summary>The display belongs to a VM, if to anybody.</summary>
internal sealed class NoGraphics : IRequirement
{
    public string Text => "MH04 No graphics: the host has nothing to draw on and nothing to draw with";

    public StatementResult Check(HostEvidence evidence)
    {
        var verdict = new Verdict();
        verdict.Forbid("the kernel offers", evidence.Posture.Screens);
        verdict.Forbid(
            "libraries",
            evidence.Posture.Root.Programs.Where(path => ProgramNames.GraphicsLibraries.Any(
                name => path[(path.LastIndexOf('/') + 1)..].StartsWith(name, StringComparison.Ordinal))));
        return verdict.Result("/sys/class/drm, /sys/class/graphics, /dev/dri and /dev/fb* are empty or not there; no library that draws");
    }
}
