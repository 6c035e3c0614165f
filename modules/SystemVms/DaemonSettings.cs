// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>Settings of one of our daemons in a VM: its name, who may call what, and what is its own.</summary>
internal static class DaemonSettings
{
    /// <param name="services">Those that the daemon answers: the host may call all of them, others what the definition says.</param>
    public static string Write(VmContext vm, string services, Action<Utf8JsonWriter> rest)
    {
        var served = services.Split(' ');
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", vm.Name);
            json.WriteStartArray("callers");

            // The host runs the VM: there is nothing that it could not do without asking.
            foreach (var caller in served.Select(service => new AllowedCaller("host", $"{service}/*"))
                .Concat(vm.Callers.Where(caller => served.Contains(caller.Method.Split('/')[0]))))
            {
                json.WriteStartObject();
                json.WriteString("caller", caller.Caller);
                json.WriteString("method", caller.Method);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            rest(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }
}
