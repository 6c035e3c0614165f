// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A line of the accepted failures does not say for whom, what, and why.</summary>
public sealed class AcceptedFailureLineException(string file, int line, string text) : GhafException(
    $"{file}:{line} does not say which system does without what, and why: {text}",
    "Write host, guest, all or fragment:NAME; the option as `ghaf kernel check` prints it; and the reason, all in one line.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
