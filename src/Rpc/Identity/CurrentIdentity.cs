// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>The identity that new handshakes show; it may be replaced at any time.</summary>
public sealed class CurrentIdentity(Identity first)
{
    private volatile Identity _value = first;

    public Identity Value => _value;

    /// <summary>Open connections keep the old one, which therefore is not disposed.</summary>
    public void Replace(Identity identity) => _value = identity;
}
