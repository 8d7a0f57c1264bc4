package io.holdfast.checkers.differ;

import io.holdfast.config.table.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Words for what has a grammar of its own, right ones and wrong ones, by the name of its class.
final class PhrasePool {
    private static final List<String> COMMANDS = List.of("/usr/bin/true", "\"/usr/bin/true x\"",
            "\"/usr/bin/false\" root", "\"/usr/bin/true\" root root", "/usr/bin/true nosuchuser", "/nosuch",
            "\"\"", "/bin/true", "'/usr/bin/true a'");
    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("WeightPhrase", List.of("5", "-5", "5 reverse", "0", "254", "255", "-254", "-255", "x",
                    "5 backwards", "2147483648", "5 noreverse")),
            Map.entry("HexPhrase", List.of("00ff", "\"00 ff\"", "00 ff", "0", "zz", "0xx1", "?")),
            Map.entry("RegexOptionsPhrase", List.of("caseless", "caseless multiline", "nosuch", "dotall x")),
            Map.entry("RegexPhrase", List.of("\"a.*b\"", "abc", "\"(\"", "\"\"")),
            Map.entry("StackPhrase", List.of("100 200", "200 100", "100", "x 5", "0 0")),
            Map.entry("StatusPhrase", List.of("200", "200-299", "200 404", "99", "600", "299-200", "x", "100-599")),
            Map.entry("EndpointPhrase", List.of("10.1.0.2 80", "10.1.0.3 80", "10.1.0.2", "2001:db8::1 80",
                    "10.1.0.2 0", "10.1.0.2 65536", "10.1.0.x 80", "10.1.0.2 http", "fe80::1 80", "10.1.0.3 8080")),
            Map.entry("ForwardingPhrase", List.of("NAT", "DR", "TUN", "nat", "TUN type ipip", "TUN type gue port 5555",
                    "TUN type gue", "TUN type gre csum", "TUN type x", "NATX", "DR x")),
            Map.entry("GroupAddressPhrase", List.of("10.1.0.2 80", "10.1.0.2-9 80", "10.1.0.2", "10.1.0.9-2 80",
                    "10.1.0.2-10.1.0.5 80", "10.1.0.0/24 80", "10.1.0.1/24 80", "2001:db8::1 80", "2001:db8::1-ff 80",
                    "x 80", "10.1.0.2 0", "10.1.0.2 65536")),
            Map.entry("GroupMarkPhrase", List.of("5", "6 inet6", "7 inet", "0", "x", "4294967296", "5 x")),
            Map.entry("ServicePhrase", List.of("10.1.0.2 80", "10.1.0.3 80", "10.1.0.2", "10.1.0.2 0", "fwmark 5",
                    "fwmark 0", "fwmark x", "group N1", "group N2", "group nosuch", "2001:db8::1 80", "10.1.0.x 80",
                    "10.1.0.2 65536", "10.1.0.2 x")),
            Map.entry("DelayPhrase", List.of("eth0 1", "eth0 1 2", "eth1 2.5", "eth0", "eth0 x", "eth1 256", "mgt 0",
                    "mgt1 1 x", "nosuch0 1")),
            Map.entry("InitFilePhrase", List.of("5", "5 overwrite", "overwrite", "x", "5 x", "-255", "254", "300")),
            Map.entry("ProcessPhrase", List.of("sshd", "\"sshd -D\"", "sshd -D", "/usr/sbin/sshd", "\"\"")),
            Map.entry("CommandPhrase", COMMANDS),
            Map.entry("DeletedPhrase", COMMANDS),
            Map.entry("PipePhrase", List.of("/tmp/holdfast-differ-fifo", "/tmp/holdfast-differ-fifo2 root",
                    "/tmp/holdfast-differ-fifo3 nosuchuser")),
            Map.entry("UserPhrase", List.of("root", "root root", "nobody", "nosuchuser", "root nosuchgroup")),
            Map.entry("NamePhrase", FileDraw.NAMES),
            Map.entry("IpvlanPhrase", List.of("ipv0", "10.1.0.9", "ipv0 10.1.0.9/24", "bridge", "ipv0 vepa",
                    "ipv0 private 10.1.0.9", "a_name_of_18_chars", "x y z")),
            Map.entry("OtherGarpPhrase", List.of("all", "5", "all 5", "x", "all x", "0", "all 1000000")),
            Map.entry("VmacPhrase", List.of("vmac0", "vrrp.51", "00:00:5e:00:01:33", "vmac1 02:00:00:00:00:01",
                    "netlink_notify_msg", "vmac2 netlink_notify_msg", "a_name_of_18_chars", "x y")));

    private PhrasePool() {}

    static String words(Phrase<?> phrase, Random random) {
        List<String> samples = SAMPLES.get(phrase.getClass().getSimpleName());
        if (samples == null) {
            throw new IllegalStateException("there is no sample of " + phrase.getClass());
        }
        return WordPool.pick(samples, random);
    }
}
