package io.holdfast.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of a namespace as they come and go, from `ip -ts monitor address`, with its time stamps.
public final class AddressWatch implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile(
            "\\[([^\\]]+)\\] (Deleted )?\\d+: (\\S+)\\s+inet6? ([0-9a-f.:]+)/.*");

    /// An address appeared on a device, or went.
    public record Change(Instant at, boolean added, String ip, String device) {}

    private final Background monitor;
    private final Timeline<Change> changes = new Timeline<>();

    private AddressWatch(Background monitor) {
        this.monitor = monitor;
    }

    static AddressWatch start(Namespace namespace) {
        List<String> words = List.of("ip", "-n", namespace.name(), "-ts", "-o", "monitor", "address");
        AddressWatch watch = new AddressWatch(Background.startMerged(words));
        Thread.ofPlatform().daemon().name("addresses of " + namespace.name()).start(watch::read);
        return watch;
    }

    public Timeline<Change> changes() {
        return changes;
    }

    /// When an address next comes, or goes, counted from a position.
    public Change expect(String ip, boolean added, int position, Duration patience) {
        return changes.expect(ip + (added ? " to be added" : " to be removed"), position,
                change -> change.added() == added && change.ip().equals(ip), patience);
    }

    @Override
    public void close() {
        monitor.close();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(monitor.output(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                parse(line).ifPresent(changes::add);
            }
        } catch (IOException _) {
            // The monitor was ended while we read: there is nothing more to see.
        } finally {
            changes.end();
        }
    }

    static Optional<Change> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Instant at = LocalDateTime.parse(matcher.group(1)).atZone(ZoneId.systemDefault()).toInstant();
        boolean added = matcher.group(2) == null;
        return Optional.of(new Change(at, added, matcher.group(4), matcher.group(3)));
    }
}
