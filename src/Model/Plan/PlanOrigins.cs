// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Looks up who set a value.</summary>
public static class PlanOrigins
{
    /// <summary>The origins of the value itself, or of the element or machine that it is a part of.</summary>
    /// <returns>Null when there are none, as in a plan that another tool made.</returns>
    public static ValueOrigins? Find(DevicePlan plan, string path) =>
        Candidates(path).Select(candidate => Exact(plan, candidate)).FirstOrDefault(found => found is not null);

    private static ValueOrigins? Exact(DevicePlan plan, string path) => plan.Origins.FirstOrDefault(o => o.Of == path);

    private static IEnumerable<string> Candidates(string path)
    {
        yield return path;
        for (var end = path.LastIndexOf(']'); end > 0; end = path.LastIndexOf(']', end - 1))
        {
            yield return path[..(end + 1)];
        }

        if (path.IndexOf('[', StringComparison.Ordinal) is > 0 and var list)
        {
            yield return path[..list];
        }

        if (path.StartsWith("hardware.", StringComparison.Ordinal))
        {
            yield return "hardware";
        }
    }
}
