// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Where a build takes its own sources from.</summary>
/// <param name="Checkout">The folder with <c>modules/files</c> and with the sources of the host daemon.</param>
public sealed record BuildOptions(string Checkout)
{
    /// <summary>The folder that <c>FileSpec.Copy</c> is relative to.</summary>
    public string ModuleFiles => Path.Combine(Checkout, "modules", "files");
}
