// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Where NuGet keeps all packages of this user: <c>NUGET_PACKAGES</c>, or <c>~/.nuget/packages</c>.</summary>
public static class NuGetFolder
{
    public static string Default => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
