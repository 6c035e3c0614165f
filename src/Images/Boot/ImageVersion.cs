// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Images;

/// <summary>How a boot loader tells a newer image from an older one.</summary>
internal static class ImageVersion
{
    /// <summary>The time of the lock: an image with newer packages is newer.</summary>
    public static string Of(BuildContext context) => context.Epoch.ToString("yyyyMMdd.HHmmss", CultureInfo.InvariantCulture);
}
