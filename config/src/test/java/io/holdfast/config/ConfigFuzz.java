package io.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.config.text.Reading;
import io.holdfast.config.text.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Any text as configuration files: read and parsed without exception, within the limits, the same in parent and
/// child, and without telling a password.
///
/// A line `==NAME` begins another file. The words in [#SECRETS] are passwords, handed in by parameters whose name says
/// so, by a parameter behind `auth_pass` and by the environment.
public final class ConfigFuzz {
    private static final int MAX_TOTAL = 64 << 10;
    private static final String[] SECRETS = {"S3kr3tXy", "Pl4ceXyz", "3nvXyzzy"};
    private static final String PROLOGUE = """
            $MY_PASS=S3kr3tXy
            $PLACE=Pl4ceXyz
            vrrp_instance fuzz {
            interface eth0
            virtual_router_id 255
            authentication {
            auth_type PASS
            auth_pass $PLACE
            }
            virtual_ipaddress { 10.255.0.1 }
            }
            $MANY= \\
            vrrp_instance ${N} { \\
            interface eth${N} \\
            virtual_router_id ${N} \\
            }

            """;

    private ConfigFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (String secret : SECRETS) {
            text = text.replace(secret, "");
        }
        Map<String, String> files = files(text);
        var options = new ReaderOptions("main", false, 1,
                name -> name.equals("A_TOKEN") ? Optional.of(SECRETS[2]) : Optional.empty());
        Reading reading = ConfigReader.read(new MemorySource(files), "main", options, MAX_TOTAL);
        byte[] bytes = reading.snapshot().bytes();
        // The budget is looked at before a line, which may still become as many pieces as it has bytes.
        assertThat(bytes.length).isLessThan(3 * MAX_TOTAL);
        Configuration here = ConfigParser.parse(reading.snapshot(), name -> name.startsWith("eth"));
        Configuration there = ConfigParser.parse(Snapshot.of(bytes), name -> name.startsWith("eth"));
        assertThat(there).isEqualTo(here);
        reading.findings().forEach(ConfigFuzz::tellsNothing);
        here.findings().forEach(ConfigFuzz::tellsNothing);
    }

    private static Map<String, String> files(String text) {
        Map<String, String> files = new HashMap<>();
        String[] parts = text.split("\n==", -1);
        files.put("main", PROLOGUE + parts[0]);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            files.put(end < 0 ? parts[i] : parts[i].substring(0, end), end < 0 ? "" : parts[i].substring(end + 1));
        }
        return files;
    }

    private static void tellsNothing(Finding finding) {
        assertThat(finding.text()).doesNotContain(SECRETS);
        assertThat(finding.json().toString()).doesNotContain(SECRETS);
    }
}
