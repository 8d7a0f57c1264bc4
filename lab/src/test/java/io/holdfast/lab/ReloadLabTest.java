package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.EditedFile.Edit;
import io.holdfast.lab.wire.Packet.Advert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Reloads of a node with fifty instances (`vrrp.md` 3.10): the kernel sees what the edit asks for and nothing else,
/// and neither the schedule nor the client of an instance nobody edited notices.
@Tag("lab")
class ReloadLabTest {
    private static final int EDITS = 100;
    /// A line of the plan about an instance.
    private static final Pattern TOUCHED =
            Pattern.compile("\\((\\w+)\\) (?:changed|renamed|added|removed|replaced)\\b.*");
    private static final Pattern UNTOUCHED = Pattern.compile("instances: (\\d+) untouched.*");

    private final long seed = Long.getLong("lab.seed", new Random().nextLong(1_000_000));
    private final EditedFile file = new EditedFile(seed);

    @Test
    void whoWasNotEditedNoticesNothing() {
        Machine.mustRun(Software.HOLDFAST);
        System.out.println("edits of seed " + seed + "; again with -Dlab.seed=" + seed);
        try (Lab lab = Lab.open("reload")) {
            Host a = lab.host("a", "10.99.0.1");
            Host b = lab.host("b", "10.99.0.2");
            Host c = lab.host("c", "10.99.0.3");
            Capture wire = lab.own(Capture.start(lab.segment()));
            Daemon daemon = Daemon.start(lab, a, Software.HOLDFAST, file.text());
            awaitAddresses(a);
            Daemon backup = Daemon.start(lab, b, Software.HOLDFAST, file.backupText());
            backup.expectLine("Startup complete", Cell.PATIENCE);
            EchoClient client = lab.own(EchoClient.start(c, a, Cell.VIP));
            client.count();

            int begin = wire.packets().position();
            for (int i = 1; i <= EDITS; i++) {
                apply(file.edit(), i, daemon, a);
            }
            assertThat(held(a)).as("addresses in the end, seed %d", seed).isEqualTo(file.addresses());
            for (int vrid : file.reservedOverIpv4()) {
                assertOnSchedule(wire.adverts(a, vrid, begin).toList());
            }
            assertThat(b.watch().changes().all()).as("the backup's addresses, seed %d", seed)
                    .noneMatch(change -> file.reservedAddresses().contains(change.ip()));
            EchoClient.Count count = client.count();
            assertThat(count.sent()).isGreaterThan(EDITS);
            assertThat(count.lost()).as("echoes of %d, seed %d", count.sent(), seed).isZero();
        }
    }

    private void awaitAddresses(Host host) {
        for (String address : file.addresses()) {
            host.expectHolds(address, true, Cell.PATIENCE);
        }
    }

    private void apply(Edit edit, int number, Daemon daemon, Host host) {
        String which = "edit " + number + " (" + edit.what() + ") of seed " + seed;
        int logged = daemon.log().position();
        int changed = host.watch().changes().position();
        write(daemon, file.includedText());
        daemon.reload(file.text());
        String end = edit.refused() ? "the new configuration is refused" : "Reload complete";
        daemon.log().expect(end + " after " + which, logged, line -> line.says(end), Cell.PATIENCE);

        List<String> expected = Stream.concat(edit.removed().stream().map(ip -> "-" + ip),
                edit.added().stream().map(ip -> "+" + ip)).sorted().toList();
        if (!expected.isEmpty()) {
            host.watch().changes().await(changed + expected.size() - 1, _ -> true, Cell.PATIENCE);
        }
        assertThat(changes(host, changed)).as(which).isEqualTo(expected);
        assertPlan(daemon.log().from(logged), edit, which);
    }

    private static void write(Daemon daemon, String text) {
        try {
            Files.writeString(daemon.directory().resolve("extra.conf"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> changes(Host host, int position) {
        return host.watch().changes().from(position).stream()
                .map(change -> (change.added() ? "+" : "-") + change.ip()).sorted().toList();
    }

    /// The log tells what was touched, and counts the rest.
    private void assertPlan(List<LogLine> log, Edit edit, String which) {
        Set<String> touched = new TreeSet<>();
        List<Integer> untouched = new ArrayList<>();
        for (LogLine line : log) {
            Matcher about = TOUCHED.matcher(line.text());
            Matcher summary = UNTOUCHED.matcher(line.text());
            if (about.find()) {
                touched.add(about.group(1));
            } else if (summary.find()) {
                untouched.add(Integer.parseInt(summary.group(1)));
            }
        }
        assertThat(touched).as("instances in the log after %s", which).isEqualTo(new TreeSet<>(edit.touched()));
        assertThat(untouched).as("summaries after %s", which).hasSize(edit.refused() ? 0 : 1);
    }

    /// One advertisement for each second of the schedule: one that is missing, or out of turn, would move all that
    /// follow by a second. How late one may be is the busy machine's business.
    private void assertOnSchedule(List<Advert> adverts) {
        assertThat(adverts).isNotEmpty().allMatch(advert -> advert.priority() == 200);
        LongSummaryStatistics late = new LongSummaryStatistics();
        for (int i = 0; i < adverts.size(); i++) {
            late.accept(Duration.between(adverts.getFirst().at(), adverts.get(i).at()).toMillis() - 1000L * i);
        }
        assertThat(late.getMax() - late.getMin()).as("milliseconds between the latest and the earliest of %s, seed %d",
                adverts, seed).isLessThan(900);
    }

    /// Every address on the interface but those the host has by itself.
    private static Set<String> held(Host host) {
        String listing = Command.run("ip", "-n", host.namespace().name(), "-o", "address", "show", "dev", Host.DEVICE);
        return listing.lines().map(line -> line.replaceFirst(".*inet6? ([0-9a-f.:]+)/.*", "$1"))
                .filter(ip -> !ip.equals(host.address()) && !ip.equals(host.globalV6()) && !ip.startsWith("fe80:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
