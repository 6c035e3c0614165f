// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>How far fetching is. Reported some times a second and once at the end.</summary>
/// <param name="Done">Bytes of the packages that are there.</param>
/// <param name="Total">Bytes of all packages that have to be fetched.</param>
/// <param name="Rate">Bytes a second since the start.</param>
/// <param name="FilesDone">Finished packages.</param>
/// <param name="FilesTotal">Packages that have to be fetched.</param>
public sealed record FetchProgress(ByteSize Done, ByteSize Total, ByteSize Rate, int FilesDone, int FilesTotal);
