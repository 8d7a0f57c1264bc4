package io.holdfast.checkers.differ;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Words to write into a file: every bound of the tables with its neighbours, every spelling of a number, addresses,
/// names. What fits a keyword is not said here again; its [Value] is asked.
final class WordPool {
    /// Chance of a word that does not fit, one in this many.
    private static final int MISFIT = 12;
    private static final List<String> WORDS = List.of("0", "1", "2", "3", "4", "5", "9", "10", "15", "16", "19", "20",
            "30", "31", "50", "99", "100", "101", "127", "254", "255", "256", "300", "301", "999", "1000", "1001",
            "4094", "4095", "4096", "4294", "4295", "65507", "65508", "65535", "65536", "2678400", "2678401",
            "10000000", "10000001", "2147483647", "2147483648", "4294967295", "4294967296", "18446744073709551616",
            "-1", "-2", "-20", "-21", "-2147483648", "-2147483649", "+7", "007", "08", "0x10", "5x", "x", "1e3", "--1",
            "", " 8", "8 ", "a b",
            ".5", "1.", "0.5", "0.001", "0.0001", "0.000001", "0.0000001", "1.005", "1.3", "0.01", "0.009", "2.",
            "40.95", "40.96", "255.0", "255.1", "1000.0", "1000.1", "4294.967295", "4294.967296", "30.0", "30.1", ".",
            "on", "off", "yes", "no", "true", "false", "On", "YES", "all",
            "eth0", "eth1", "mgt", "lo", "nosuch0", "an_interface_of_18", "eth0:1",
            "10.1.0.2", "10.1.0.3", "192.168.7.1", "10.1.0.256", "10.1.0", "224.0.0.18", "224.0.0.200", "239.1.2.3",
            "240.0.0.1", "0.0.0.0", "255.255.255.255", "127.0.0.1", "fe80::1", "fe80::2", "2001:db8::1", "::", "::1",
            "ff02::12", "ff05::12", "ff02::1234", "2001:db8::g", "::ffff:10.0.0.1",
            "10.1.0.4/24", "10.1.0.5/32", "10.1.0.6/33", "10.1.0.7/0", "10.1.0.8/", "10.1.0.9/x", "2001:db8::2/64",
            "2001:db8::3/129", "fe80::3/64", "2001:db8::4/128", "+", "-", "forever", "global", "site", "link", "host",
            "nowhere", "MASTER", "BACKUP", "FAULT", "master", "PASS", "AH", "SIMPLE", "secret12",
            "a_password_of_22_chars",
            "allow_if_changes", "never", "VS", "MTU", "ADVERT", "mtu", "a@b.example", "user", "/tmp/none", "none",
            "022", "0777", "0778", "01000", "S_IRWXU", "u+rwx", "tcp", "udp", "tcpfin",
            "a_name_of_just_31_characters_ab", "a_name_of_just_32_characters_abc", "a_name_of_28_characters_abcd",
            "a_name_of_29_characters_abcde", "a_name_of_15_ch", "N1", "N2", "N3", "N4", "main", "0.0.0.0/0",
            "default", "inet", "inet6", "ip", "rr", "wlc", "sh", "NAT", "TUN", "DR", "TCP", "UDP", "SCTP",
            "/usr/bin/true",
            "root", "nobody", "200", "404", "http://a.example/", "80", "443", "blackhole", "unicast", "local", "kernel",
            "no", "low", "100-200", "200-100", "10.1.0.2-9", "0x10/0xff", "1.1");

    private final Map<Value<?>, List<String>> fitting = new HashMap<>();

    /// A word for a keyword, now and then one that does not fit.
    String word(Value<?> value, Random random) {
        List<String> fit = fitting(value);
        return fit.isEmpty() || random.nextInt(MISFIT) == 0 ? any(random) : pick(fit, random);
    }

    String any(Random random) {
        return quoted(pick(WORDS, random));
    }

    /// Words that are understood without a correction.
    List<String> fitting(Value<?> value) {
        return fitting.computeIfAbsent(value, WordPool::fittingNow);
    }

    private static List<String> fittingNow(Value<?> value) {
        if (value.equals(Values.INTERFACE)) {
            // Any name would fit, and one that does not exist hides the rest.
            return List.of("eth0", "eth1", "mgt", "mgt1");
        }
        List<String> words = new ArrayList<>();
        for (String word : WORDS) {
            var read = value.read(word);
            if (read.value().isPresent() && read.correction().isEmpty()) {
                words.add(quoted(word));
            }
        }
        return words;
    }

    private static String quoted(String word) {
        return word.isEmpty() || word.indexOf(' ') >= 0 ? '"' + word + '"' : word;
    }

    static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
