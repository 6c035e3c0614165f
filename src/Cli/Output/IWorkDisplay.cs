// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>Shows how far long work is. Called from several threads.</summary>
internal interface IWorkDisplay : IBuildProgress, IProgress<FetchProgress>, IProgress<string>;
