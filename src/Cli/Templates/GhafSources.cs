// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>
/// What the tool reads of Ghaf itself: the host daemon's sources, the templates, the devices that ship and their lock. In a
/// checkout these are its folders; the tool's package carries the same ones.
/// </summary>
internal sealed record GhafSources(string Root)
{
    private const string HostProject = "src/Host/Ghaf.Host.csproj";

    public string Devices => Path.Combine(Root, "devices");

    public string Templates => Path.Combine(Root, "templates");

    public string LockFile => Path.Combine(Root, PackageLock.FileName);

    /// <param name="project">Its own sources come first, if it is a checkout of Ghaf.</param>
    public static GhafSources For(Checkout project) => AreIn(project.Root) ? new GhafSources(project.Root) : Own();

    /// <summary>Those of the checkout whose tool this is, otherwise those beside the tool.</summary>
    /// <exception cref="GhafException">Somebody took the program out of its folder.</exception>
    public static GhafSources Own()
    {
        if (Environment.GetEnvironmentVariable(Checkout.Variable) is { Length: > 0 } set && AreIn(set))
        {
            return new GhafSources(Path.GetFullPath(set));
        }

        for (var folder = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (AreIn(Path.Combine(folder, "sources")) || AreIn(folder))
            {
                return new GhafSources(AreIn(folder) ? folder : Path.Combine(folder, "sources"));
            }
        }

        throw new SourcesMissingException(AppContext.BaseDirectory);
    }

    private static bool AreIn(string folder) => File.Exists(Path.Combine(folder, HostProject));
}
