// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>A finished step: the key stands for everything that went into it, the folder holds what came out.</summary>
internal sealed record StepResult(StepKey Key, string Folder)
{
    public string PathOf(string file) => Path.Combine(Folder, file);
}
