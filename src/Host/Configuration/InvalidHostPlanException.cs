// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Configuration;

/// <summary>The image holds a plan for vmd that vmd can't use: a fault of the build.</summary>
internal sealed class InvalidHostPlanException : Exception
{
    public InvalidHostPlanException()
    {
    }

    public InvalidHostPlanException(string message)
        : base(message)
    {
    }

    public InvalidHostPlanException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
