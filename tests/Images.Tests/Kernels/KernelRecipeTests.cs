// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class KernelRecipeTests
{
    [Theory]
    [InlineData("linux-source-6.12", true)]
    [InlineData("linux-image-amd64", false)]
    public void A_source_is_compiled_and_an_image_is_not(string package, bool compiled)
    {
        var recipe = new KernelRecipe("host", package, ["base"], "amd64");
        Assert.Equal(compiled, recipe.IsCompiled);
        Assert.Contains(package, PackageRequests.Kernel(recipe));
        Assert.Equal(compiled, PackageRequests.Kernel(recipe).Contains("gcc"));
    }
}
