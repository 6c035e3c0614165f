// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>What a progress task of fetching carries; Spectre keeps only value types.</summary>
internal readonly record struct FetchShown(FetchProgress? Progress);
