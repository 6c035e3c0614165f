// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Why an address that was asked for a package did not have it.</summary>
/// <param name="Text">For people, for example <c>404 Not Found</c>.</param>
/// <param name="IsReached">False if nobody answered, so that it may have the package after all.</param>
public sealed record MirrorAnswer(Uri Address, string Text, bool IsReached);
