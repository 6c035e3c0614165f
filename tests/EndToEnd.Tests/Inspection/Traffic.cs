// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.EndToEnd.Tests.Inspection;

/// <summary>For each rule of ours, something that breaks it and no other one; and what breaks none.</summary>
internal static class Traffic
{
    public const string Vm = "10.71.2.2";
    public const string OtherVm = "10.71.3.2";
    public const string Outside = "93.184.216.34";
    private const string Gateway = "10.71.2.1";
    private const string NetVm = "10.71.1.1";

    private const ushort Dns = 53;
    private const ushort Port = 5000;
    private const ushort Text = 16;

    public static Dictionary<int, Action<Capture>> Breaking { get; } = new()
    {
        [9100001] = to => Web(to).Send(Messages.Get("/ghaf-ids-test")).Receive(Messages.Page("x")).Close(),
        [9100002] = to => Web(to).Send(Messages.Get("/", "User-Agent: ghaf-ids-shut-out")),
        [9100010] = to => to.Knock(Vm, NetVm, 22),
        [9100011] = to => Times(20, i => to.Knock(Vm, Outside, (ushort)(2000 + i))),
        [9100020] = to => Times(12, i => Ask(to, $"{i}{new string('b', 50)}.{new string('c', 50)}.test")),
        [9100021] = to => Times(12, i => Ask(to, $"{i}.a.b.c.d.e.f.g.h.i.j.test")),
        [9100022] = to => Times(12, i =>
        {
            Ask(to, $"{i}.test", Text);
            to.Datagram(Gateway, Dns, Vm, Port, Messages.TextAnswer($"{i}.test", new string('x', 600)));
        }),
        [9100030] = to => Web(to).Send(Messages.Get("/", "Authorization: Basic YTpi")).Receive(Messages.Page("x")).Close(),
        [9100031] = to => to.Open(Vm, Outside, 21)
            .Receive("220 hello\r\n").Send("USER a\r\n").Receive("331 go on\r\n").Send("PASS b\r\n").Receive("230 in\r\n").Close(),
        [9100032] = to => to.Open(Vm, Outside, 23).Receive("login: ").Send("a\r\n").Receive("Password: ").Close(),
        [9100040] = to => to.Open(Vm, Outside, 3333).Send("{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[]}\n"),
        [9100041] = to => to.Open(Vm, Outside, 443).Receive("id\n").Send("uid=0(root) gid=0(root) groups=0(root)\n"),
        [9100042] = to => to.Open(Vm, Outside, 6697).Send("NICK a\r\nUSER a 0 * :a\r\n").Receive(":b 001 a\r\n").Close(),
        [9100043] = to => to.Open(Vm, Outside, 4444).Send("x").Close(),
        [9100050] = to => Web(to).Send(Messages.Get("/a")).Receive(Messages.Page($"MZ{new string('\0', 200)}PE\0\0{new string('x', 3000)}")),
        [9100051] = to => Web(to).Send(Messages.Get("/a")).Receive(Messages.Page($"\x7f" + "ELF" + new string('x', 3000))),
        [9100052] = to => to.Open(Vm, Outside, 443).Send(Messages.ClientHello(Outside)).Close(),
        [9100053] = to => to.Open(Vm, Outside, 443)
            .Send(Messages.ClientHello("old.test")).Receive(Messages.ServerHello(CertificateUntil(to.Now.AddDays(-1)))).Close(),
    };

    public static void Harmless(Capture to)
    {
        foreach (var vm in (string[])[Vm, OtherVm])
        {
            Times(30, i =>
            {
                to.Datagram(vm, Port, Gateway, Dns, Messages.Question($"www{i}.example.org", Text));
                to.Datagram(Gateway, Dns, vm, Port, Messages.TextAnswer($"www{i}.example.org", "v=spf1 -all"));
            });
            Times(40, _ => to.Open(vm, Outside, 443).Send(Messages.ClientHello("www.example.org"))
                .Receive(Messages.ServerHello(CertificateUntil(to.Now.AddDays(1)))).Close());
            to.Open(vm, Outside, 80).Send(Messages.Get("/")).Receive(Messages.Page(new string('x', 5000))).Close();
            to.Open(vm, Outside, 80).Send(Messages.Get("/a.deb")).Receive(Messages.Page("!<arch>\ndebian-binary" + new string('x', 50000))).Close();
            to.Open(vm, Outside, 22).Receive("SSH-2.0-a\r\n").Send("SSH-2.0-b\r\n").Close();
        }
    }

    public static Conversation Web(Capture to, string vm = Vm) => to.Open(vm, Outside, 80);

    public static void Ask(Capture to, string name, ushort type = 1) => to.Datagram(Vm, Port, Gateway, Dns, Messages.Question(name, type));

    private static void Times(int count, Action<int> action)
    {
        for (var i = 0; i < count; i++)
        {
            action(i);
        }
    }

    private static readonly RSA Key = RSA.Create(2048);

    private static byte[] CertificateUntil(DateTimeOffset end)
    {
        using var certificate = new CertificateRequest("CN=test", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(end.AddYears(-1), end);
        return certificate.RawData;
    }
}
