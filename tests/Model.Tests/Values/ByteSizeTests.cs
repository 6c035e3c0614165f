// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class ByteSizeTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(268435456, "256 MiB")]
    [InlineData(2684354560, "2.5 GiB")]
    public void Reads_like_a_person_says_it(long bytes, string text) => Assert.Equal(text, new ByteSize(bytes).ToString());
}
