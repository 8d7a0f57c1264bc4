package io.holdfast.daemon.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.daemon.process.Log;
import io.holdfast.journal.JournalReader;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.Memory;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import io.holdfast.vrrp.VrrpVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKeeperTest {
    private static final Cause CAUSE = new Cause(Cause.Trigger.MASTER_DOWN, "silence", "RFC 9568 6.4.2");

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("vrrp.journal");
    }

    private static JournalKeeper keeper() {
        return new JournalKeeper(Log.discarding());
    }

    private static VrrpSpec spec(int vrid) {
        return new VrrpSpec("VI_" + vrid, "eth0", Family.IPV4, vrid, VrrpVersion.V3, 100, false,
                Duration.ofSeconds(1), 3, true, Duration.ZERO, Authentication.NONE, List.of(), List.of(),
                GarpSpec.DEFAULT, VrrpOptions.DEFAULT);
    }

    private static NodeSpec node(int instances) {
        List<VrrpSpec> specs = new ArrayList<>();
        for (int i = 1; i <= instances; i++) {
            specs.add(spec(i));
        }
        return NodeSpec.of(specs);
    }

    private static void master(JournalKeeper keeper, int vrid) {
        InstanceId id = new InstanceId(vrid, "VI_" + vrid);
        keeper.carriedOut(new Action.Prepare(new InstancePlan(id, spec(vrid), 2, IpAddress.literal("192.0.2.1"), false,
                List.of())), MonoClock.now());
        keeper.carriedOut(new Action.SendAdvert(id, 100), MonoClock.now());
        keeper.carriedOut(new Action.Notify(id, VrrpStateName.MASTER, 100, CAUSE), MonoClock.now());
    }

    @Test
    void theNextProcessIsToldAndNobodyElseMeanwhile() throws IOException {
        try (JournalKeeper first = keeper(); JournalKeeper besides = keeper()) {
            assertThat(first.open(file(), node(1)).size()).isZero();
            master(first, 1);
            assertThat(besides.open(file(), node(1)).size()).isZero();
            master(besides, 2); // into nothing
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        try (JournalKeeper next = keeper()) {
            Memory memory = next.open(file(), node(1));
            assertThat(memory.of(spec(1))).isPresent();
            assertThat(memory.of(spec(2))).isEmpty();
        }
        try (JournalKeeper last = keeper()) {
            assertThat(last.open(file(), node(1)).size()).as("after one that was master of nothing").isZero();
        }
    }

    @Test
    void aReloadMakesRoomForMoreInstances() throws IOException {
        try (JournalKeeper keeper = keeper()) {
            keeper.open(file(), node(1));
            master(keeper, 1);
            keeper.reload(node(250));
            for (int vrid = 2; vrid <= 250; vrid++) {
                master(keeper, vrid);
            }
        }
        JournalReader read = JournalReader.read(ByteBuffer.wrap(Files.readAllBytes(file()))).orElseThrow();
        assertThat(read.instances()).hasSize(250);
        assertThat(read.events()).hasSize(2 + 250);
        try (JournalKeeper next = keeper()) {
            assertThat(next.open(file(), node(250)).size()).isEqualTo(250);
        }
    }

    @Test
    void aFileThatSomebodyElseCouldWriteIsNotTouched() throws IOException {
        Path other = directory.resolve("precious");
        Files.writeString(other, "precious");
        Files.createLink(file(), other);
        try (JournalKeeper keeper = keeper()) {
            assertThat(keeper.open(file(), node(1)).size()).isZero();
            master(keeper, 1);
        }
        Files.delete(file());
        Files.createSymbolicLink(file(), other);
        try (JournalKeeper keeper = keeper()) {
            assertThat(keeper.open(file(), node(1)).size()).isZero();
        }
        assertThat(other).hasContent("precious");
    }

    @Test
    void withoutAPlaceForItThingsGoOn() {
        try (JournalKeeper keeper = keeper()) {
            assertThat(keeper.open(directory.resolve("missing/vrrp.journal"), node(1)).size()).isZero();
            master(keeper, 1);
            keeper.reload(node(2));
            keeper.stopped();
        }
        assertThat(directory).isEmptyDirectory();
    }
}
