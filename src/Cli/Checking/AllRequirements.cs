// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Cli.Checking.Requirements;

namespace Ghaf.Cli.Checking;

/// <summary>The requirements of the minimal host in their order, and what makes them worth something.</summary>
internal static class AllRequirements
{
    public static ImmutableArray<IRequirement> InOrder { get; } =
    [
        new DefinedByOneFile(),
        new Reduced(),
        new NoNetwork(),
        new NoGraphics(),
        new NoGetty(),
        new NoBuildTools(),
        new MinimalKernel(),
        new UpdatedFromOutside(),
        new ReadOnlyAndVerified(),
        new RunsOnlyWhatIsListed(),
    ];
}
