package io.holdfast.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunFilesTest {

    @Test
    void directoriesAreThoseOfDaemonMd() {
        assertThat(RunFiles.directory("keepalived", false)).isEqualTo("/run");
        assertThat(RunFiles.directory("keepalived", true)).isEqualTo("/run/keepalived");
        assertThat(RunFiles.directory("holdfast", false)).isEqualTo("/run/holdfast");
        assertThat(RunFiles.directory("holdfast", true)).isEqualTo("/run/holdfast");
    }

    @Test
    void theInstanceIsPartOfTheName() {
        assertThat(RunFiles.pidFile("/run", "keepalived", Optional.empty())).isEqualTo("/run/keepalived.pid");
        assertThat(RunFiles.pidFile("/run/keepalived", "vrrp", Optional.of("one")))
                .isEqualTo("/run/keepalived/vrrp_one.pid");
    }

    @Test
    void theControlSocketIsBesideThePidFile() {
        assertThat(RunFiles.controlSocket("/run/holdfast/holdfast.pid")).isEqualTo("/run/holdfast/holdfast.sock");
        assertThat(RunFiles.controlSocket("/tmp/pid")).isEqualTo("/tmp/pid.sock");
    }
}
