// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Setup;
using Ghaf.Images;

var workspace = Workspace.Default(args[0]);
var cache = new Store();
await CopyCheckout.RunAsync(workspace, default);
var prepare = new PreparePackages(workspace, cache);
var l = await prepare.LockAsync(default);
await prepare.FetchAsync(l, default);
Console.WriteLine(await prepare.ToolsAsync(l, Requests.MkosiTools, default));
await LocalRepository.MakeAsync(workspace.Repository, cache, l, l.GetPackages(Requests.Repository), default);
