// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>What a build makes of a device.</summary>
/// <param name="Name">The last part of the target's name.</param>
public sealed record OutputSpec(string Name, string Summary)
{
    /// <summary>A disk image that boots. Its targets' names have no last part.</summary>
    public static OutputSpec Image { get; } = new("image", "a disk image that boots");

    /// <summary>A medium that boots on the machine and writes the image to its disk.</summary>
    public static OutputSpec Installer { get; } = new("installer", "a medium that installs the image on the machine's disk");

    /// <summary>A program for another computer that writes the image to the board over USB.</summary>
    public static OutputSpec FlashScript { get; } = new("flash-script", "a program that flashes the board from another computer");
}
