// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.EndToEnd.Tests;

/// <summary>All these tests use the whole machine, so they run one after the other and share one built device.</summary>
[CollectionDefinition(Name)]
public class Machine : ICollectionFixture<BuiltCheckout>
{
    public const string Name = "machine";
}
