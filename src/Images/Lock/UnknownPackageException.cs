// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A request names packages that the repositories do not have.</summary>
public sealed class UnknownPackageException(IReadOnlyCollection<string> names, IReadOnlyCollection<string> request, string suites)
    : GhafException(
        $"{suites} has no package “{string.Join("”, “", names)}”, asked for by the request: {string.Join(' ', request)}.",
        "Correct the name in the definition, or add the suite that has it.")
{
    public IReadOnlyCollection<string> Names { get; } = names;

    public IReadOnlyCollection<string> Request { get; } = request;

    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
