// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Hardware;

namespace Ghaf.Cli.Tests.Hardware;

public class NameTests
{
    [Theory]
    [InlineData("ethernet wifi", "ethernet wifi")]
    [InlineData("usb wifi usb", "usb-1 wifi usb-2")]
    [InlineData("camera camera camera-1", "camera-2 camera-3 camera-1")]
    [InlineData("usb-2 usb2", "usb-2-1 usb2-2")]
    public void Devices_are_numbered_where_there_are_several_of_a_kind(string kinds, string names)
    {
        var given = NameDevices.Of(kinds.Split(' '));
        Assert.Equal(names, string.Join(' ', given));
        Assert.Equal(given.Length, given.Select(KebabCase.ToPascal).Distinct().Count());
    }

    [Theory]
    [InlineData("Integrated Camera", "integrated-camera", "IntegratedCamera")]
    [InlineData("Standard PC (Q35 + ICH9, 2009)", "standard-pc-q35-ich9-2009", "StandardPcQ35Ich92009")]
    [InlineData("5G-Modem", "5g-modem", "Device5gModem")]
    [InlineData("摄像头", "", "Device")]
    public void Names_are_in_kebab_case_and_in_code_in_Pascal_case(string text, string kebab, string pascal)
    {
        Assert.Equal(kebab, KebabCase.Of(text));
        Assert.Equal(pascal, KebabCase.ToPascal(kebab));
    }
}
