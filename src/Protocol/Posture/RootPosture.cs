// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>The root file system and what is in it.</summary>
/// <param name="Mounts">All of the host, the root first.</param>
/// <param name="Writes">Attempts to make a file where none may be made.</param>
/// <param name="SetIdFiles">Files that run as another user than who starts them.</param>
/// <param name="Programs">Files that may be executed, sorted; libraries too.</param>
/// <param name="Files">How many files there are.</param>
/// <param name="Verity">What verifies it; null when nothing does.</param>
public sealed record RootPosture(
    IReadOnlyList<HostMount> Mounts,
    IReadOnlyList<WriteTry> Writes,
    IReadOnlyList<string> SetIdFiles,
    IReadOnlyList<string> Programs,
    int Files,
    VerityPosture? Verity = null);
