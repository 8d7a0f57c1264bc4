package io.holdfast.control;

import io.holdfast.base.JsonLine;
import io.holdfast.base.MonoTime;
import io.holdfast.node.Arrivals;
import io.holdfast.node.GroupStatus;
import io.holdfast.node.InstanceStatus;
import io.holdfast.node.Node;
import io.holdfast.node.TrackerStatus;
import io.holdfast.vrrp.Advert;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How everything in a node stands, as the JSON lines of a status (`daemon.md` 13.1), in pieces that can be asked for
/// one by one: first the instances, then sync groups and trackers.
public final class StatusLines {
    /// So many are made ready before the loop turns to something else.
    private static final int AT_ONCE = 16;
    private static final VrrpCounter[] COUNTERS = VrrpCounter.values();

    private final Node node;
    private final int from;
    private final MonoTime now;
    private final ByteBuffer lines = ByteBuffer.allocate(ControlWire.MAX_PAGE);

    private StatusLines(Node node, int from, MonoTime now) {
        this.node = node;
        this.from = from;
        this.now = now;
    }

    /// @param from as in [ControlMessage.AskStatus]
    public static ControlMessage.StatusPage page(Node node, int from, MonoTime now) {
        return new StatusLines(node, Math.max(0, from), now).page();
    }

    private ControlMessage.StatusPage page() {
        int next = from;
        for (; next < node.size() && next < from + AT_ONCE; next++) {
            if (!add(instance(node.status(next)))) {
                return page(next);
            }
        }
        return next < node.size() ? page(next) : rest(next);
    }

    private ControlMessage.StatusPage rest(int first) {
        List<GroupStatus> groups = node.groups();
        List<TrackerStatus> trackers = node.trackers();
        int next = first;
        for (int i = next - node.size(); i < groups.size() + trackers.size(); i++, next++) {
            if (!add(i < groups.size() ? group(groups.get(i)) : tracker(trackers.get(i - groups.size())))) {
                return page(next);
            }
        }
        return page(-1);
    }

    private ControlMessage.StatusPage page(int next) {
        return new ControlMessage.StatusPage(from, next, lines.flip());
    }

    /// @return false if it does not fit any more. One that would never fit is passed over.
    private boolean add(JsonLine line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > lines.remaining()) {
            return bytes.length > lines.capacity();
        }
        lines.put(bytes);
        return true;
    }

    // ---- what there is to know of each

    private JsonLine instance(InstanceStatus status) {
        VrrpState state = status.state();
        JsonLine line = new JsonLine().put("instance", status.id().name()).put("state", state.name().name())
                .put("for_millis", millisSince(status.since())).put("vrid", status.spec().virtualRouterId())
                .put("interface", status.spec().interfaceName().orElse(""))
                .put("version", status.spec().version().name())
                .put("priority", state.priority()).put("base_priority", status.spec().priority())
                .put("reckoning", status.reckoning());
        if (status.plan().isPresent()) {
            line.put("source", status.plan().get().source().toString());
        }
        if (state instanceof VrrpState.Backup backup && backup.heard().isPresent()) {
            Advert master = backup.heard().get();
            line.put("master", master.source().toString()).put("master_priority", master.priority());
        }
        if (status.cause().isPresent()) {
            line.put("trigger", status.cause().get().trigger().name())
                    .put("evidence", status.cause().get().evidence()).put("rule", status.cause().get().rule());
        }
        return line.putStrings("addresses", addresses(status)).putStrings("faults", status.faults())
                .put("heard", heard(status.heard())).put("counters", counters(status));
    }

    private static List<String> addresses(InstanceStatus status) {
        List<String> addresses = new ArrayList<>();
        for (VirtualAddress address : status.spec().held()) {
            addresses.add(address.prefix().toString());
        }
        return addresses;
    }

    private List<JsonLine> heard(List<Arrivals> heard) {
        List<JsonLine> routers = new ArrayList<>();
        for (Arrivals one : heard) {
            routers.add(new JsonLine().put("address", one.source().toString()).put("priority", one.priority())
                    .put("millis_ago", millisSince(one.last())));
        }
        return routers;
    }

    /// Those that are not 0.
    private static JsonLine counters(InstanceStatus status) {
        JsonLine counters = new JsonLine();
        for (VrrpCounter counter : COUNTERS) {
            long value = status.counters().of(counter);
            if (value != 0) {
                counters.put(counter.name().toLowerCase(Locale.ROOT), value);
            }
        }
        return counters;
    }

    private static JsonLine group(GroupStatus group) {
        return new JsonLine().put("group", group.name()).put("state", group.state().name())
                .putStrings("members", group.members());
    }

    private static JsonLine tracker(TrackerStatus tracker) {
        return new JsonLine().put("tracker", tracker.name()).put("kind", tracker.kind().word())
                .put("condition", tracker.condition().name()).put("said", tracker.said())
                .putStrings("users", tracker.users());
    }

    private long millisSince(MonoTime time) {
        return now.since(time).toMillis();
    }
}
