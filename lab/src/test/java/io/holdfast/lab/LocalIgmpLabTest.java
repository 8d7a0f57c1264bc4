package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `disable_local_igmp`: a setting of the kernel that lasts as long as the daemon (`vrrp.md` 1.10).
@Tag("lab")
class LocalIgmpLabTest {
    private static final String DISABLED = "global_defs {\n    disable_local_igmp\n}\n";

    private static String setting(Solo solo) {
        return Command.run(solo.host.namespace().inside(java.util.List.of("cat",
                "/proc/sys/net/ipv4/igmp_link_local_mcast_reports")), "").trim();
    }

    @ParameterizedTest
    @EnumSource
    void isOffWhileTheDaemonRuns(Software software) {
        try (Solo solo = Solo.open(software)) {
            assertThat(setting(solo)).isEqualTo("1");
            Daemon daemon = solo.start(DISABLED + Solo.FIRST.text());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            assertThat(setting(solo)).isEqualTo("0");
            daemon.terminate();
            daemon.awaitExit(Cell.PATIENCE);
            assertThat(setting(solo)).isEqualTo("1");
        }
    }

    @Test
    void staysAsItIsAtAReload() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start(DISABLED + Solo.FIRST.text());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            daemon.reload(Solo.FIRST.text());
            daemon.expectLine("cannot change disable_local_igmp at a reload", Cell.PATIENCE);
            assertThat(setting(solo)).isEqualTo("0");
        }
    }
}
