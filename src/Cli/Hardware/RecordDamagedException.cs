// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli.Hardware;

/// <summary>A file is not what the recorder prints.</summary>
internal sealed class RecordDamagedException(string file, string why)
    : GhafException(
        $"{file} is not the record of a machine: {why}.",
        "Record it anew: `ghaf hardware scan --print-recorder > record.sh`, and on the machine `sudo sh record.sh > FILE`.")
{
    public override ExitCode ExitCode => ExitCode.Integrity;
}
