// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Definitions;

/// <summary>What definitions print.</summary>
internal static class SealedTargets
{
    public static SealedTarget Plan(string name) => new(name, new SealResult(Repository.Plan with { Target = name }, []));

    public static SealedTarget Mistake(string name) =>
        new(name, new SealResult(null, [new Diagnostic("GHAF001", "net", "is wrong", "mend it", "devices/vm.cs", 7)]));
}
