// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Applications;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Guest.Tests;

public class ComposeCommandTests
{
    private static readonly Argument Address = Given("address", "https://example.org/");

    [Fact]
    public void Accepts_arguments_in_any_order_and_gives_them_in_theirs() => Assert.Equal(
        ["/usr/bin/curl", "--silent", "https://example.org/", "/tmp/page", "a note"],
        ComposeCommand.Of(Some.Curl, [Given("note", "a note"), Address, Given("file", "/tmp/page")]));

    [Fact]
    public void Accepts_only_what_is_required() => Assert.Equal(
        ["/usr/bin/curl", "--silent", "https://example.org/"], ComposeCommand.Of(Some.Curl, [Address]));

    [Fact]
    public void Rejects_an_unknown_argument() => Rejects(
        "“curl” has no argument “output”; it has address, file, note.", Address, Given("output", "/etc/passwd"));

    [Fact]
    public void Rejects_an_argument_given_twice() => Rejects("“curl” was given “address” more than once.", Address, Address);

    [Fact]
    public void Rejects_a_missing_argument() => Rejects("“curl” can't be started without “address”.", Given("file", "/tmp/page"));

    [Fact]
    public void Rejects_an_argument_that_would_take_the_place_of_another() => Rejects(
        "“curl” can't be given “note” without “file”, which comes before it.", Address, Given("note", "a note"));

    [Fact]
    public void Rejects_a_value_of_another_kind() => Rejects(
        "“curl” can't be given this “address”: it has to be an absolute address of http or https, such as https://example.org/.",
        Given("address", "file:///etc/passwd"));

    private static void Rejects(string detail, params Argument[] given)
    {
        var refusal = Assert.Throws<RpcException>(() => ComposeCommand.Of(Some.Curl, given));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal(detail, refusal.Status.Detail);
    }

    private static Argument Given(string name, string value) => new() { Name = name, Value = value };
}
