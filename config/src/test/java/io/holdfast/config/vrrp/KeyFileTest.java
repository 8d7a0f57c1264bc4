package io.holdfast.config.vrrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.Source.Content;
import io.holdfast.vrrp.Authentication.Hmac;
import io.holdfast.vrrp.MacKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys of `auth_hmac` that are in a file (`vrrp.md` 8.1).
class KeyFileTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private record KeyHost(KeyFile file) implements Host {
        @Override
        public boolean hasInterface(String name) {
            return true;
        }

        @Override
        public KeyFile keyFile(String path) {
            return path.equals("/etc/vrrp.key") ? file : new KeyFile(new Content.Missing(), true);
        }
    }

    private static Parsed parsed(Content content, boolean isPrivate) {
        return Parsed.text("""
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                auth_hmac {
                key 9 file:/etc/vrrp.key
                active_key 9
                }
                virtual_ipaddress { 10.0.0.1 }
                }
                """, new KeyHost(new Host.KeyFile(content, isPrivate)));
    }

    private static Hmac hmac(Parsed parsed) {
        return (Hmac) parsed.configuration().node().instances().get(0).authentication();
    }

    @ParameterizedTest
    @CsvSource({"''", "'\n'", "'\n\n'", "'\r\n'"})
    void lineEndsAreNoPartOfTheKey(String end) {
        Parsed parsed = parsed(new Content.Text(SECRET + end), true);

        assertEquals(List.of(), parsed.problems());
        assertEquals(List.of(new Hmac.Key(9,
                new MacKey(MacKey.Algorithm.SHA_256, SECRET.getBytes(StandardCharsets.ISO_8859_1)))),
                hmac(parsed).keys());
    }

    @Test
    void aFileThatOthersMayReadIsUsedWithAWarning() {
        Parsed parsed = parsed(new Content.Text(SECRET), false);

        assertEquals(List.of(Problem.OPEN_KEY_FILE), parsed.problems());
        assertEquals(9, hmac(parsed).activeKey());
    }

    @Test
    void aFileThatIsNoUseLeavesNothingToSignWith() {
        for (Content content : List.of(new Content.Missing(), new Content.TooLarge(), new Content.Text(SECRET + "x\ny"),
                new Content.Unusable("permission denied"))) {
            boolean usable = content instanceof Content.Text;
            assertEquals(usable ? List.of() : List.of(Problem.KEY_FILE, Problem.NO_ACTIVE_KEY),
                    parsed(content, true).problems());
        }
        Parsed small = parsed(new Content.Text("short"), true);
        assertTrue(small.report().contains("it holds 5 bytes, not 32 to 64"), small.report());
        assertFalse(small.report().contains("short"), small.report());
    }
}
