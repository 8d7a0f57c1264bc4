package io.holdfast.daemon.vrrp;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.Configuration;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Severity;
import io.holdfast.config.host.Host;
import io.holdfast.config.text.Snapshot;
import io.holdfast.control.ControlMessage;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// The configuration on its way from the parent: pieces arrive, are put together, checked, and kept until the parent
/// says whether they count.
final class ConfigReception {
    private ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    private int receiving;
    private Optional<VrrpConfig> prepared = Optional.empty();
    private int preparedGeneration;
    private Optional<VrrpConfig> running = Optional.empty();

    void add(ControlMessage.SnapshotPart part) {
        if (part.generation() != receiving) {
            receiving = part.generation();
            pieces = new ByteArrayOutputStream();
        }
        var bytes = part.bytes().duplicate();
        while (bytes.hasRemaining()) {
            pieces.write(bytes.get());
        }
    }

    /// Reads what has arrived.
    ///
    /// Users and files are as the parent found them.
    ///
    /// @param host asked about interfaces, unless the configuration runs already: then one that is missing now is a
    ///             fault of its instance, and no reason to leave the others alone
    /// @return why it cannot run here; empty if it can
    String prepare(ControlMessage.Prepare asked, Host host) {
        byte[] bytes = pieces.toByteArray();
        pieces = new ByteArrayOutputStream();
        prepared = Optional.empty();
        if (asked.generation() != receiving || bytes.length != asked.length()) {
            return "only " + bytes.length + " of " + asked.length() + " bytes of it arrived";
        }
        Snapshot snapshot = Snapshot.of(bytes);
        Configuration configuration =
                ConfigParser.parse(snapshot, snapshot.facts().over(asked.inEffect() ? Host.offline() : host));
        for (Finding finding : configuration.findings()) {
            if (finding.severity() == Severity.REFUSE) {
                return finding.headline();
            }
        }
        prepared = Optional.of(new VrrpConfig(configuration.global(), configuration.node()));
        preparedGeneration = asked.generation();
        return "";
    }

    /// What takes effect; empty if that generation was not prepared.
    Optional<VrrpConfig> commit(int generation) {
        if (prepared.isEmpty() || generation != preparedGeneration) {
            return Optional.empty();
        }
        running = prepared;
        prepared = Optional.empty();
        return running;
    }

    void abort(int generation) {
        if (generation == preparedGeneration) {
            prepared = Optional.empty();
        }
    }

    /// What is in effect.
    Optional<VrrpConfig> running() {
        return running;
    }
}
