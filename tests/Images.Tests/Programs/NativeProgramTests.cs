// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Images.Tests.Programs;

public partial class NativeProgramTests
{
    [Fact]
    public void The_host_daemon_is_compiled_anew_when_any_project_behind_it_changes() => Assert.Equal(
        Closure(PublishVmd.Program.Project), PublishVmd.Program.References.Append(PublishVmd.Program.Project).Order());

    [Fact]
    public void The_guest_agent_is_compiled_anew_when_any_project_behind_it_changes() => Assert.Equal(
        Closure(PublishGuestd.Program.Project), PublishGuestd.Program.References.Append(PublishGuestd.Program.Project).Order());

    [Fact]
    public void Ghaf_is_compiled_anew_when_any_project_behind_it_changes() => Assert.Equal(
        Closure(PublishGhaf.Program.Project), PublishGhaf.Program.References.Append(PublishGhaf.Program.Project).Order());

    // The folders of a project and of all that it refers to, relative to the checkout.
    private static IEnumerable<string> Closure(string folder)
    {
        var found = new HashSet<string>();
        var waiting = new Queue<string>([folder]);
        while (waiting.TryDequeue(out var next))
        {
            if (found.Add(next))
            {
                var project = File.ReadAllText(Directory.GetFiles(SourceTree.PathOf(next), "*.csproj").Single());
                foreach (Match reference in Reference().Matches(project))
                {
                    var path = Path.GetFullPath(reference.Groups[1].Value, SourceTree.PathOf(next));
                    waiting.Enqueue(Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(path)!));
                }
            }
        }

        return found.Order();
    }

    [GeneratedRegex("ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
