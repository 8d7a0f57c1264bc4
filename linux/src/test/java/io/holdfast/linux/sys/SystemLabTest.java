package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.linux.Lab;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemLabTest {

    @Test
    void roundRobinReachesEveryThreadAndNoChild() throws Exception {
        Lab.assumeRoot();
        CountDownLatch raised = new CountDownLatch(1);
        CountDownLatch checked = new CountDownLatch(1);
        AtomicReference<Boolean> other = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            started.countDown();
            await(raised);
            other.set(Scheduling.isRoundRobin());
            checked.countDown();
        });
        await(started);
        try {
            Scheduling.setRoundRobin(3);
            raised.countDown();
            await(checked);
            assertThat(other.get()).isTrue();
            assertThat(Scheduling.isRoundRobin()).isTrue();
            assertThat(Lab.run("chrt", "-p", Long.toString(Lab.threadId()))).contains("SCHED_RR", "priority: 3");
            assertThat(Lab.run("sh", "-c", "chrt -p $$")).contains("SCHED_OTHER");
        } finally {
            Scheduling.reset();
        }
        assertThat(Scheduling.isRoundRobin()).isFalse();
    }

    @Test
    void affinityAndNiceAreSet() throws Exception {
        Lab.assumeRoot();
        String before = Lab.run("sh", "-c", "grep Cpus_allowed_list /proc/self/status | cut -f2").strip();
        Scheduling.setAffinity(0);
        assertThat(Lab.run("sh", "-c", "grep Cpus_allowed_list /proc/self/status | cut -f2").strip()).isEqualTo("0");
        int last = Integer.parseInt(before.substring(before.lastIndexOf('-') + 1));
        int[] all = IntStream.rangeClosed(0, last).toArray();
        Scheduling.setAffinity(all);
        assertThat(Lab.run("sh", "-c", "grep Cpus_allowed_list /proc/self/status | cut -f2").strip()).isEqualTo(before);
        int nice = Scheduling.nice();
        Scheduling.setNice(-5);
        assertThat(Scheduling.nice()).isEqualTo(-5);
        Scheduling.setNice(nice);
        assertThat(Scheduling.nice()).isEqualTo(nice);
    }

    @Test
    void limitsAreReadAndSet() {
        Limits.Limit before = Limits.of(Limits.RLIMIT_CORE);
        Limits.set(Limits.RLIMIT_CORE, new Limits.Limit(0, before.hard()));
        assertThat(Limits.of(Limits.RLIMIT_CORE)).isEqualTo(new Limits.Limit(0, before.hard()));
        Limits.set(Limits.RLIMIT_CORE, before);
        assertThat(Limits.of(Limits.RLIMIT_CORE)).isEqualTo(before);
        assertThatThrownBy(() -> Limits.of(999)).hasMessage("read of limit 999: EINVAL (Invalid argument)");
    }

    @Test
    void settingsBelongToTheNamespaceOfTheThread() {
        Lab.withVethPair(() -> {
            assertThat(Sysctl.read("net", "ipv4", "conf", "ha0", "arp_ignore")).contains("0");
            Sysctl.write("1", "net", "ipv4", "conf", "ha0", "arp_ignore");
            assertThat(Sysctl.read("net", "ipv4", "conf", "ha0", "arp_ignore")).contains("1");
            assertThat(Sysctl.read("net", "ipv4", "conf", "none", "arp_ignore")).isEmpty();
        });
    }

    @Test
    void anInterfaceWithDotsInItsNameHasSettings() {
        Lab.withVethPair(() -> {
            Lab.ip("link set ha1 down");
            Lab.ip("link set ha1 name ha1.10.x");
            assertThat(Sysctl.read("net", "ipv6", "conf", "ha1.10.x", "forwarding")).contains("0");
            Sysctl.write("1", "net", "ipv6", "conf", "ha1.10.x", "forwarding");
            assertThat(Sysctl.read("net", "ipv6", "conf", "ha1.10.x", "forwarding")).contains("1");
            assertThat(Sysctl.read("net", "ipv6", "conf", "ha0", "forwarding")).contains("0");
        });
    }

    @Test
    void anotherNamespaceIsEnteredByItsPath() {
        Lab.withVethPair(() -> {
            String path = "/proc/" + Processes.pid() + "/task/" + Lab.threadId() + "/ns/net";
            Lab.onThread(() -> {
                Namespaces.enterNetwork(path);
                assertThat(Lab.ip("-o link show dev ha0")).contains("ha0@ha1");
            });
        });
        assertThatThrownBy(() -> Namespaces.enterNetwork("/run/netns/none"))
                .hasMessage("open /run/netns/none: ENOENT (No such file or directory)");
    }

    @Test
    void aSettingsNameCannotLeaveItsDirectory() {
        for (String part : new String[] {"", ".", "..", "a/b", "a\0"}) {
            assertThatThrownBy(() -> Sysctl.read("net", part)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Sysctl.path("net", "ipv4", "conf", "eth0.10", "forwarding"))
                .isEqualTo("/proc/sys/net/ipv4/conf/eth0.10/forwarding");
    }

    @Test
    void memoryIsLockedAsItIsTouched() throws Exception {
        Lab.assumeRoot();
        MemoryLock.lockAll();
        String locked = Lab.run("sh", "-c", "grep VmLck /proc/" + Processes.pid() + "/status");
        MemoryLock.unlockAll();
        assertThat(locked).doesNotContain("\t       0 kB");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
