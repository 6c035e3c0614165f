// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Our own programs in VMs: the agent, which is in all of them, and those that a VM's definition names.</summary>
internal static class GuestPrograms
{
    private const int Executable = 0b101_101_101;

    public static NativeProgram Guestd { get; } = new(
        "guestd", "PublishGuestd", "Compile the guest agent", 1, "src/Guest", ["src/Journal", "src/Rpc"]);

    public static NativeProgram Admind { get; } = new(
        "admind", "PublishAdmind", "Compile the log collector", 1, "src/Admin", ["src/Journal", "src/Rpc"]);

    public static NativeProgram Of(OwnProgram program) => program switch
    {
        OwnProgram.Admind => Admind,
        _ => throw new ArgumentOutOfRangeException(nameof(program)),
    };

    /// <summary>Puts a program where its unit expects it: <c>/usr/lib/ghaf</c>.</summary>
    public static void AddTo(RootTree tree, NativeProgram program, StepResult published) =>
        tree.Set($"usr/lib/ghaf/{program.Name}", new RootEntry(RootEntryKind.File, Executable)
        {
            Content = FileContent.WholeFile(published.PathOf(program.Name)),
            Owner = new PartName(PartKind.Own, program.Name),
        });
}
