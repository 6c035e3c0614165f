// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Benchmarks.Reporting;

internal sealed record PlanResult(IReadOnlyList<PlanMeasure> Measures);
