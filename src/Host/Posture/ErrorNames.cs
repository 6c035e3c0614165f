// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Posture;

/// <summary>The names of errno(3) that posture is judged by; all others are numbers.</summary>
internal static class ErrorNames
{
    public static string Of(int error) => error switch
    {
        1 => "EPERM",
        2 => "ENOENT",
        13 => "EACCES",
        22 => "EINVAL",
        30 => "EROFS",
        93 => "EPROTONOSUPPORT",
        94 => "ESOCKTNOSUPPORT",
        97 => "EAFNOSUPPORT",
        _ => $"error {error}",
    };
}
