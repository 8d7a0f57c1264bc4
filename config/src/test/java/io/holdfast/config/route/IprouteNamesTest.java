package io.holdfast.config.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.holdfast.config.host.MemorySource;
import io.holdfast.config.host.Source;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names from the files of iproute2 (11.4).
class IprouteNamesTest {
    private static final Source FILES = new MemorySource(Map.of(
            "/etc/i/rt_tables", "# names\n254\tmain\n 200  upstream# the provider\n0x12c hex\nbad line\n300\n301 last",
            "/etc/i/rt_tables.d/a.conf", "201 ours\n200 renamed\n",
            "/etc/i/rt_tables.d/a.txt", "202 unread\n",
            "/usr/i/rt_tables", "203 vendor\n",
            "/usr/i/rt_tables.d/a.conf", "204 hidden\n",
            "/usr/i/rt_tables.d/b.conf", "205 more\n",
            "/usr/i/rt_realms", "7 cosmos\n",
            "/usr/i/rt_scopes", "256 toofar\n100 near\n"));

    @ParameterizedTest
    @CsvSource({"main, 254", "upstream, 200", "hex, 300", "last, 301", "ours, 201", "renamed, 200", "unread, -",
            "vendor, -", "hidden, -", "more, 205", "local, 255", "default, 253", "5, 5", "0x10, 16", "010, 8",
            "4294967295, 4294967295", "4294967296, -", "bad, -", "nosuch, -"})
    void tables(String name, String number) {
        assertEquals(number.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number)),
                names().number(NameKind.TABLE, new Name(name)));
    }

    @ParameterizedTest
    @CsvSource({"REALM, cosmos, 7", "SCOPE, near, 100", "SCOPE, toofar, -1", "SCOPE, link, 253", "SCOPE, 256, -1",
            "PROTOCOL, kernel, 2", "PROTOCOL, keepalived, 18", "DSFIELD, 0x10, 16", "DSFIELD, foo, -1",
            "GROUP, 5, 5", "GROUP, foo, -1"})
    void otherKinds(NameKind kind, String name, long number) {
        assertEquals(number < 0 ? OptionalLong.empty() : OptionalLong.of(number),
                names().number(kind, new Name(name)));
    }

    private static IprouteNames names() {
        return new IprouteNames(Optional.of(FILES), "/etc/i", "/usr/i");
    }

    @Test
    void apartFromTheMachineEveryNameIsTakenToExist() {
        IprouteNames names = new IprouteNames(Optional.empty(), "/etc/i", "/usr/i");
        assertEquals(OptionalLong.of(1), names.number(NameKind.TABLE, new Name("nosuch")));
        assertEquals(OptionalLong.of(254), names.number(NameKind.TABLE, new Name("main")));
        assertEquals(OptionalLong.empty(), names.number(NameKind.SCOPE, new Name("300")));
    }
}
