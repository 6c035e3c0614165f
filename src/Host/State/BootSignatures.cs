// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ghaf.Host.State;

/// <summary>
/// The owner's signatures over what the TPM measures of our images. Each image has a file of its own beside it in the EFI
/// system partition, because a signature over an image cannot be inside of it; systemd's tools want them in one file:
/// <code>{"sha256":[{"pcrs":[11],"pkfp":"…","pol":"…","sig":"…"}]}</code>
/// They are no secrets: a wrong or missing one opens nothing.
/// </summary>
internal static class BootSignatures
{
    /// <summary>The folder of the files, in the EFI system partition.</summary>
    public const string Folder = "EFI/ghaf";

    // As systemd writes it: base64 has plus signs.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Mounts the EFI system partition for a moment and gathers its signatures into one file.</summary>
    /// <exception cref="StateException">There is no such partition, or nothing in it.</exception>
    public static void Gather(StatePaths paths, IStateTools tools)
    {
        tools.Mount(BootPartition(paths), paths.Boot, "vfat", readOnly: true);
        try
        {
            var folder = Path.Combine(paths.Boot, Folder);
            string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.pcrsig") : [];
            Directory.CreateDirectory(Path.GetDirectoryName(paths.Signature)!);
            File.WriteAllText(paths.Signature, Merge(files.Order(StringComparer.Ordinal).Select(File.ReadAllText)));
        }
        finally
        {
            tools.Unmount(paths.Boot);
        }
    }

    /// <summary>The signatures of all, by the name of the hash.</summary>
    /// <exception cref="StateException">There are none that can be read.</exception>
    public static string Merge(IEnumerable<string> files)
    {
        var all = new JsonObject();
        foreach (var file in files)
        {
            foreach (var (hash, signatures) in Parse(file))
            {
                var list = all[hash] as JsonArray ?? [];
                all[hash] = list;
                foreach (var signature in signatures as JsonArray ?? [])
                {
                    list.Add(signature?.DeepClone());
                }
            }
        }

        return all.Count > 0
            ? all.ToJsonString(Plain)
            : throw new StateException("The EFI system partition has no signature of what the TPM measures. Write the image anew.");
    }

    // Somebody with the disk in his hands can write what he wants there: what is no JSON counts for nothing.
    private static JsonObject Parse(string file)
    {
        try
        {
            return JsonNode.Parse(file) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // Four bytes of attributes, then the text as UTF-16 with a zero at the end.
    private static string BootPartition(StatePaths paths)
    {
        if (!File.Exists(paths.BootPartitionVariable))
        {
            throw new StateException("The boot loader did not say which partition it came from. Start the device by its own boot loader.");
        }

        var identifier = Encoding.Unicode.GetString(File.ReadAllBytes(paths.BootPartitionVariable)[4..]).TrimEnd('\0');
        return Path.Combine(paths.Root, "dev/disk/by-partuuid", identifier.ToLowerInvariant());
    }
}
