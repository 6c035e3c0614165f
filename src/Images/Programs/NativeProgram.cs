// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>A project of ours that is compiled to a native program.</summary>
/// <param name="Name">Of the file that comes out.</param>
/// <param name="Step">Of the step in the store's keys.</param>
/// <param name="Title">For people, while it runs.</param>
/// <param name="Revision">Raised when the way it is compiled changes.</param>
/// <param name="Project">Its folder in the checkout.</param>
/// <param name="References">The folders of the projects that it is made of besides; a change elsewhere does not concern it.</param>
internal sealed record NativeProgram(
    string Name, string Step, string Title, int Revision, string Project, ImmutableArray<string> References);
