package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Advert;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last advertisements that an instance heard, and when: the evidence for what it concludes from silence. Noting
/// one costs two stores.
final class LastHeard {
    private static final int KEPT = 8;

    private final long[] times = new long[KEPT];
    private final @Nullable Advert[] adverts = new Advert[KEPT];
    private int next;

    void note(Advert advert, MonoTime now) {
        times[next] = now.nanos();
        adverts[next] = advert;
        next = (next + 1) % KEPT;
    }

    /// Those of the router that was heard last; empty for nothing.
    ///
    /// @param from older ones do not count
    List<Arrivals> ofLast(MonoTime from) {
        List<Arrivals> all = bySource(from);
        return all.isEmpty() ? all : List.of(all.getFirst());
    }

    /// All routers, the one heard last first.
    List<Arrivals> bySource() {
        return bySource(new MonoTime(Long.MIN_VALUE));
    }

    private List<Arrivals> bySource(MonoTime from) {
        List<Arrivals> all = new ArrayList<>(2);
        for (int back = 1; back <= KEPT; back++) {
            Advert advert = adverts[at(back)];
            if (advert != null && times[at(back)] >= from.nanos() && !isAmong(all, advert.source())) {
                all.add(new Arrivals(advert.source(), advert.priority(), timesOf(advert.source(), from)));
            }
        }
        return all;
    }

    private static boolean isAmong(List<Arrivals> all, IpAddress source) {
        for (Arrivals one : all) {
            if (one.source().compareTo(source) == 0) {
                return true;
            }
        }
        return false;
    }

    private List<MonoTime> timesOf(IpAddress source, MonoTime from) {
        List<MonoTime> found = new ArrayList<>(KEPT);
        for (int back = KEPT; back >= 1; back--) {
            Advert advert = adverts[at(back)];
            if (advert != null && times[at(back)] >= from.nanos() && advert.source().compareTo(source) == 0) {
                found.add(new MonoTime(times[at(back)]));
            }
        }
        return found;
    }

    /// Where the one so many before the next is.
    private int at(int back) {
        return (next - back + KEPT) % KEPT;
    }
}
