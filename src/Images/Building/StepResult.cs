// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images.Building;

/// <summary>A finished step: the key stands for everything that went into it, the folder holds what came out.</summary>
internal sealed record StepResult(Sha256 Key, string Folder)
{
    public string PathOf(string file) => Path.Combine(Folder, file);
}
