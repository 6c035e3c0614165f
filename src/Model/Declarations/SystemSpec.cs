// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>
/// Settings of a system, inert and in the order of their calls. Each remembers the file and line of its call; which layer it
/// belongs to follows from whose declaration it is in.
/// </summary>
public abstract record SystemSpec<TSelf>
    where TSelf : SystemSpec<TSelf>
{
    private protected SystemSpec()
    {
    }

    internal ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>Sets a value. A stronger layer's value wins; two different ones of the same layer are a diagnostic.</summary>
    public TSelf Set<T>(ScalarKey<T> key, T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(new Setting(key, SettingAction.Set, value, From(file, line)));

    /// <summary>Sets a value that wins over every layer.</summary>
    public TSelf Force<T>(ScalarKey<T> key, T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(new Setting(key, SettingAction.Set, value, From(file, line) with { Forced = true }));

    /// <summary>Adds to a list, or replaces the elements of the same identity that weaker layers put there.</summary>
    public TSelf Add<T>(
        ListKey<T> key, IEnumerable<T> values, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : notnull =>
        With([.. values.Select(value => new Setting(key, SettingAction.Set, value, From(file, line)))]);

    /// <summary>Takes what weaker layers put into a list out of it.</summary>
    public TSelf Remove<T>(
        ListKey<T> key, IEnumerable<T> values, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : notnull =>
        With([.. values.Select(value => new Setting(key, SettingAction.Remove, value, From(file, line)))]);

    /// <summary>Makes these the whole list, whatever weaker layers put there.</summary>
    public TSelf Replace<T>(
        ListKey<T> key, IEnumerable<T> values, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : notnull =>
        With(new Setting(key, SettingAction.Clear, null, From(file, line))).Add(key, values, file, line);

    /// <summary>Makes these the whole list, whatever any layer puts there.</summary>
    public TSelf Force<T>(
        ListKey<T> key, IEnumerable<T> values, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : notnull
    {
        var from = From(file, line) with { Forced = true };
        return With(
        [
            new Setting(key, SettingAction.Clear, null, from),
            .. values.Select(value => new Setting(key, SettingAction.Set, value, from)),
        ]);
    }

    /// <inheritdoc cref="SystemKeys.Packages"/>
    public TSelf Packages(
        IEnumerable<string> names, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(SystemKeys.Packages, names, file, line);

    /// <inheritdoc cref="SystemKeys.Kernel"/>
    public TSelf Kernel(string package, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(SystemKeys.Kernel, package, file, line);

    /// <inheritdoc cref="SystemKeys.KernelFragments"/>
    public TSelf KernelFragments(
        IEnumerable<string> names, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(SystemKeys.KernelFragments, names, file, line);

    /// <inheritdoc cref="SystemKeys.KernelModules"/>
    public TSelf KernelModules(
        IEnumerable<string> names, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(SystemKeys.KernelModules, names, file, line);

    /// <inheritdoc cref="SystemKeys.KernelArguments"/>
    public TSelf KernelArguments(
        IEnumerable<KernelArgument> arguments, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(SystemKeys.KernelArguments, arguments, file, line);

    /// <inheritdoc cref="SystemKeys.Files"/>
    public TSelf Files(
        IEnumerable<FileSpec> files, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(SystemKeys.Files, files, file, line);

    /// <summary>A systemd unit of one's own, started with <paramref name="startedBy"/>.</summary>
    /// <param name="name">With its ending: <c>clock.service</c>.</param>
    /// <param name="startedBy">The target that wants it; null for a unit that another one starts.</param>
    public TSelf Unit(
        string name, string content, string? startedBy = "multi-user.target",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var unit = FileSpec.Text($"/etc/systemd/system/{name}", content, file, line);
        return startedBy is null
            ? Files([unit], file, line)
            : Files([unit, FileSpec.Link($"/etc/systemd/system/{startedBy}.wants/{name}", $"../{name}", file, line)], file, line);
    }

    private protected abstract TSelf With(ImmutableArray<Setting> settings);

    private TSelf With(Setting setting) => With([setting]);

    private static Origin From(string file, int line) =>
        new(Layer.User, Forced: false, Own: true, SourceLocation.FromCaller(file, line));
}
