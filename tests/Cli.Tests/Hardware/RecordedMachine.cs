// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Hardware;

namespace Ghaf.Cli.Tests.Hardware;

/// <summary>The machines that are recorded beside this file.</summary>
internal static class RecordedMachine
{
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(PathOf(""), "*.machine.txt").Select(file => Path.GetFileName(file).Split('.')[0]).Order()];

    public static string PathOf(string file) => SourceTree.PathOf("tests/Cli.Tests/Hardware/" + file);

    public static string FileOf(string machine) => PathOf($"{machine}.machine.txt");

    public static string TextOf(string machine) => File.ReadAllText(FileOf(machine));

    public static ScannedMachine Scan(string machine) => ScanText(TextOf(machine));

    public static ScannedMachine ScanText(string text) => ScanMachine.Run(RecordedSource.Parse(text, "record"), null, "record");

    /// <summary>Makes the files and links of a record in a folder, with relative links as sysfs has them.</summary>
    public static void Materialise(string text, string root)
    {
        foreach (var line in text.Split('\n').Where(line => line.StartsWith('/')))
        {
            var words = line.Split(' ', 2);
            var file = root + words[0].TrimEnd(':');
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (words is [_, var content] && content.StartsWith("-> "))
            {
                var target = root + content[3..];
                Directory.CreateDirectory(target);
                File.CreateSymbolicLink(file, Path.GetRelativePath(Path.GetDirectoryName(file)!, target));
            }
            else
            {
                File.AppendAllText(file, words.ElementAtOrDefault(1) + "\n");
            }
        }
    }
}
