// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>An apt of our own in a temporary folder: no package installed, none of the machine's settings.</summary>
internal sealed class AptTree : IDisposable
{
    private static readonly string[] ProxyNames = ["http_proxy", "https_proxy", "no_proxy"];

    // An index that nobody renewed may hide a fixed fault of a tool, which no image contains; an index of trixie must be fresh.
    private const string AnyAge = " check-valid-until=no";

    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-apt-").FullName;

    public AptTree(string architecture, string? keyring)
    {
        foreach (var folder in new[] { "etc", "none", "preferences", "trusted", "state/lists/partial", "cache/archives/partial", "log" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        }

        File.WriteAllText(Path.Combine(_folder, "status"), "");
        File.WriteAllText(Configuration, Settings(architecture));
        CopyKeyring(keyring);
    }

    public string Lists => Path.Combine(_folder, "state/lists");

    private string Configuration => Path.Combine(_folder, "apt.conf");

    private string Keyring => Path.Combine(_folder, "keyring.pgp");

    public void SetSources(IEnumerable<(AptSource Source, Uri Base)> sources, string architecture) => File.WriteAllLines(
        Path.Combine(_folder, "etc/sources.list"),
        sources.Select(s =>
            $"deb [arch={architecture} signed-by={Keyring}{(s.Source.IsForTools ? AnyAge : "")}] {s.Base} {s.Source.Suite} {s.Source.Component}"));

    /// <summary>Nothing is chosen from these suites but what a request names them for.</summary>
    public void Avoid(IEnumerable<string> suites) => File.WriteAllLines(
        Path.Combine(_folder, "preferences", "tools.pref"),
        suites.Select(suite => $"Package: *\nPin: release n={suite}\nPin-Priority: -1\n"));

    /// <summary>These versions are chosen wherever their packages are, older than the newest or not.</summary>
    public void Prefer(IEnumerable<LockedPackage> packages) => File.WriteAllLines(
        Path.Combine(_folder, "preferences", "kept.pref"),
        packages.Select(package => $"Package: {package.Name}\nPin: version {package.Version}\nPin-Priority: 1001\n"));

    public Command AptGet(params ReadOnlySpan<string> arguments) => Command.Of("apt-get", arguments) with
    {
        // APT_CONFIG is read before the machine's files, and says that there are none.
        Environment = ImmutableSortedDictionary<string, string>.Empty
            .Add("APT_CONFIG", Configuration)
            .Add("LC_ALL", "C.UTF-8")
            .Add("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .AddRange(Proxies()),
        WorkingDirectory = _folder,
    };

    public void Dispose() => Leftovers.RemoveTree(_folder);

    private static IEnumerable<KeyValuePair<string, string>> Proxies() =>
        from name in ProxyNames
        let value = Environment.GetEnvironmentVariable(name)
        where !string.IsNullOrEmpty(value)
        select KeyValuePair.Create(name, value);

    private void CopyKeyring(string? keyring)
    {
        using var source = keyring is null
            ? typeof(AptTree).Assembly.GetManifestResourceStream("debian-archive-keyring.pgp")!
            : File.OpenRead(keyring);
        using var target = File.Create(Keyring);
        source.CopyTo(target);
    }

    private string Settings(string architecture) =>
        $$"""
        Dir "{{_folder}}";
        Dir::Etc "{{_folder}}/etc";
        Dir::Etc::Main "{{_folder}}/none/apt.conf";
        Dir::Etc::Parts "{{_folder}}/none";
        Dir::Etc::SourceList "{{_folder}}/etc/sources.list";
        Dir::Etc::SourceParts "{{_folder}}/none";
        Dir::Etc::Preferences "{{_folder}}/none/preferences";
        Dir::Etc::PreferencesParts "{{_folder}}/preferences";
        Dir::Etc::Trusted "{{_folder}}/none/trusted.gpg";
        Dir::Etc::TrustedParts "{{_folder}}/trusted";
        Dir::State "{{_folder}}/state";
        Dir::State::Status "{{_folder}}/status";
        Dir::Cache "{{_folder}}/cache";
        Dir::Log "{{_folder}}/log";
        APT::Architecture "{{architecture}}";
        APT::Architectures { "{{architecture}}"; };
        APT::Install-Recommends "false";
        APT::Install-Suggests "false";
        // Otherwise root would become _apt, who may not read our folder.
        APT::Sandbox::User "root";
        APT::Update::Error-Mode "any";
        Acquire::Languages "none";
        Acquire::GzipIndexes "false";
        Acquire::AllowInsecureRepositories "false";
        Acquire::Retries "3";
        Acquire::http::Timeout "20";
        Acquire::https::Timeout "20";
        """ + "\n";
}
