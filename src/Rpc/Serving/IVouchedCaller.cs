// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>A feature of a connection that was introduced: who calls, by the word of the machine it comes from.</summary>
public interface IVouchedCaller
{
    string Name { get; }
}
