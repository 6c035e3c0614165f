// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Why an address did not give the file.</summary>
/// <param name="Answer">For people, for example <c>404 Not Found</c>.</param>
/// <param name="WrongBytes">It gave a file, but not this one.</param>
/// <param name="MayPass">The same address may give the file a little later.</param>
internal sealed record DownloadFailure(string Answer, bool WrongBytes = false, bool MayPass = false);
