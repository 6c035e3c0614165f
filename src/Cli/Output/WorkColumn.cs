// SPDX-License-Identifier: Apache-2.0
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ghaf.Cli;

/// <summary>Bytes, rate and time left of a fetch; seconds of a step.</summary>
internal sealed class WorkColumn : ProgressColumn
{
    /// <summary>Under this name a task keeps its <see cref="FetchShown"/>.</summary>
    public const string FetchKey = "fetch";

    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var fetch = task.State.Get<FetchShown>(FetchKey).Progress;
        return new Text(fetch is not null ? Amounts.Of(fetch) : Amounts.Of(task.ElapsedTime ?? TimeSpan.Zero));
    }
}
