package io.holdfast.daemon.watch;

import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Mailbox;
import io.holdfast.linux.socket.LinkProbe;
import io.holdfast.linux.sys.Errno;
import io.holdfast.track.PolledLink;
import io.holdfast.track.PolledLink.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Linkbeat: links that are asked for their state once a second, since their drivers do not report it (`vrrp.md` 6.2).
final class LinkWatch implements AutoCloseable {
    private static final List<Method> IN_ORDER = List.of(Method.MII, Method.ETHTOOL, Method.IOCTL);

    private static final class Polled {
        private final PolledLink spec;
        /// Empty until the interface is there.
        private Optional<Method> method = Optional.empty();
        private Optional<Boolean> reported = Optional.empty();

        private Polled(PolledLink spec) {
            this.spec = spec;
        }
    }

    private final Log log;
    private final Mailbox<Report> mailbox;
    private Optional<LinkProbe> probe = Optional.empty();
    private List<Polled> polled = List.of();

    LinkWatch(Log log, Mailbox<Report> mailbox) {
        this.log = log;
        this.mailbox = mailbox;
    }

    /// Reports the state of all links in any case.
    void adjust(List<PolledLink> specs) {
        List<Polled> before = polled;
        polled = new ArrayList<>();
        for (PolledLink spec : specs) {
            Polled link = new Polled(spec);
            for (Polled known : before) {
                link.method = known.spec.equals(spec) ? known.method : link.method;
            }
            polled.add(link);
        }
        tick();
    }

    boolean needsTicks() {
        return !polled.isEmpty();
    }

    void tick() {
        for (Polled link : polled) {
            boolean up = isUp(link);
            if (link.reported.isEmpty() || link.reported.get() != up) {
                link.reported = Optional.of(up);
                mailbox.post(new Report.LinkPolled(link.spec.interfaceName(), up));
            }
        }
    }

    /// An interface that is gone is down, and may come back as another one.
    private boolean isUp(Polled link) {
        String name = link.spec.interfaceName();
        int switchedOn = probe().switchedOn(name);
        if (switchedOn < 0) {
            link.method = Optional.empty();
            return false;
        }
        if (link.method.isEmpty()) {
            link.method = Optional.of(method(link.spec));
        }
        return switchedOn == LinkProbe.UP && ask(name, link.method.get()) == LinkProbe.UP;
    }

    /// The configured way if it works, else the first that does.
    private Method method(PolledLink spec) {
        String name = spec.interfaceName();
        if (spec.method().isPresent()) {
            int answer = ask(name, spec.method().get());
            if (answer >= 0) {
                return spec.method().get();
            }
            log.warning(name + " does not answer by " + spec.method().get() + ", " + Errno.describe(-answer)
                    + ": linkbeat tries the other ways");
        }
        Method working = Method.IOCTL;
        for (int i = IN_ORDER.size() - 1; i >= 0; i--) {
            working = ask(name, IN_ORDER.get(i)) >= 0 ? IN_ORDER.get(i) : working;
        }
        log.info("linkbeat asks " + name + " by " + working);
        return working;
    }

    private int ask(String name, Method method) {
        return switch (method) {
            case MII -> probe().mii(name);
            case ETHTOOL -> probe().ethtool(name);
            case IOCTL -> probe().running(name);
        };
    }

    private LinkProbe probe() {
        if (probe.isEmpty()) {
            probe = Optional.of(LinkProbe.open());
        }
        return probe.get();
    }

    @Override
    public void close() {
        probe.ifPresent(LinkProbe::close);
    }
}
