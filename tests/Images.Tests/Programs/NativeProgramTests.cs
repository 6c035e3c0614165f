// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Ghaf.Model;

namespace Ghaf.Images.Tests.Programs;

public partial class NativeProgramTests
{
    public static TheoryData<string> Programs => [.. All.Keys];

    private static Dictionary<string, NativeProgram> All { get; } = ((NativeProgram[])
    [
        PublishVmd.Program, PublishGhaf.Program, GuestPrograms.Guestd, .. Enum.GetValues<OwnProgram>().Select(GuestPrograms.Of),
    ]).ToDictionary(program => program.Name);

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_is_compiled_anew_when_any_project_behind_it_changes(string name) => Assert.Equal(
        Closure(All[name].Project), All[name].References.Append(All[name].Project).Order());

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
