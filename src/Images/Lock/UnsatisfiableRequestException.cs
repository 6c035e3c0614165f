// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Packages of one request exclude each other or depend on something that is not there.</summary>
public sealed class UnsatisfiableRequestException(IReadOnlyCollection<string> request, string answer, Exception cause)
    : GhafException(
        $"apt finds no way to install together: {string.Join(' ', request)}. It says:\n{answer}",
        "Take one of the packages out of the definition, or give it a VM of its own.",
        cause)
{
    public IReadOnlyCollection<string> Request { get; } = request;

    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
