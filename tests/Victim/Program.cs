// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

// What tests start as a process of its own, to kill it or to run it elsewhere. The first argument says what it does.
var key = StepKey.For("Victim", 1).Build();
switch (args)
{
    case ["start-child", var pidFile]:
        await Command.Of("sh", "-c", "echo $$ > \"$0\"; exec sleep 300", pidFile).RunAsync();
        break;
    case ["start-sandboxed", var toolchain, var seconds]:
        await new Sandbox { ToolchainRoot = toolchain }.Wrap("sleep", seconds).RunAsync();
        break;
    case ["hold-step", var folder]:
        await new Store(folder).GetOrAddAsync(key, "Victim", async (target, stop) =>
        {
            await File.WriteAllTextAsync(Path.Combine(target, "half"), "half", stop);
            Console.WriteLine("holding");
            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        });
        break;
    case ["make-step", var folder, var log]:
        Console.WriteLine(await new Store(folder).GetOrAddAsync(key, "Victim", async (target, stop) =>
        {
            await File.AppendAllTextAsync(log, "made\n", stop);
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
            await File.WriteAllTextAsync(Path.Combine(target, "result"), "whole", stop);
        }));
        break;
    case ["fill-disk", var how, var folder]:
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            options.PreallocationSize = how == "ahead" ? 16 << 20 : 0;
            await new Store(folder).GetOrAddAsync(key, "Victim", async (target, stop) =>
            {
                await using var large = new FileStream(Path.Combine(target, "large"), options);
                await large.WriteAsync(new byte[16 << 20], stop);
            });
        }
        catch (GhafException failure)
        {
            Console.WriteLine(failure.Message);
            Console.WriteLine("left: " + Directory.EnumerateFileSystemEntries(Path.Combine(folder, "tmp")).Count());
            return (int)failure.ExitCode;
        }

        break;
    default:
        return (int)ExitCode.Usage;
}

return 0;
