// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Benchmarks.Runs;

internal sealed record StepTime(string Title, double Seconds);
