package io.holdfast.daemon.parent;

import io.holdfast.base.JsonLine;
import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.KernelException;
import java.util.List;
import java.util.Optional;

/// An upgrade as far as the running image goes: the next one is checked, then takes the place of this process
/// (`daemon.md` 13.2). At most one at a time.
final class Upgrade {
    /// The daemon that is to be upgraded.
    interface Daemon {
        /// Why this is no moment for it; empty if it is.
        Optional<String> obstacle();

        /// The configuration in effect; there is one, if there is no obstacle.
        LoadedConfig configuration();

        /// Puts the launcher in the place of this process.
        ///
        /// @return why that failed
        KernelException succeedBy(String launcher, Caller caller);
    }

    private record Request(Image image, Caller caller, LoadedConfig checked, ImageCheck check) {}

    private final Daemon daemon;
    private final String program;
    private final List<String> arguments;
    private final Epoll epoll;
    private final long token;
    private final Log log;
    private Optional<Request> underWay = Optional.empty();

    /// @param program   what the daemon is called by
    /// @param arguments the options it was started with
    /// @param token     this one and the next are used
    Upgrade(Daemon daemon, String program, List<String> arguments, Epoll epoll, long token, Log log) {
        this.daemon = daemon;
        this.program = program;
        this.arguments = arguments;
        this.epoll = epoll;
        this.token = token;
        this.log = log;
    }

    boolean isUnderWay() {
        return underWay.isPresent();
    }

    void begin(Image image, Caller caller) {
        Optional<String> obstacle = underWay.isPresent() ? Optional.of("an upgrade is under way")
                : daemon.obstacle().or(() -> image.obstacle(program));
        if (obstacle.isPresent()) {
            caller.refuse(obstacle.get());
            return;
        }
        log.info("Upgrading to " + image.directory());
        LoadedConfig running = daemon.configuration();
        try {
            ImageCheck check = ImageCheck.start(image.launcher(program).toString(), arguments, running.snapshot());
            check.watchedBy(epoll, token);
            underWay = Optional.of(new Request(image, caller, running, check));
            caller.tell(new JsonLine().put("step", "checking").put("image", image.directory().toString()));
        } catch (KernelException e) {
            refuse(image, caller, String.valueOf(e.getMessage()));
        }
    }

    boolean owns(long event) {
        return event == token || event == token + 1;
    }

    void onReady(long event) {
        if (underWay.isEmpty()) {
            return;
        }
        ImageCheck check = underWay.get().check();
        if (event == token) {
            if (!check.listen()) {
                check.unwatchOutput(epoll);
            }
        } else {
            check.verdict().ifPresent(reason -> finish(underWay.get(), reason));
        }
    }

    Optional<MonoTime> deadline() {
        return underWay.map(request -> request.check().deadline());
    }

    void onTimer(MonoTime now) {
        if (Deadlines.isPast(deadline(), now)) {
            underWay.get().check().kill();
        }
    }

    private void finish(Request request, String reason) {
        underWay = Optional.empty();
        request.check().close();
        String obstacle = reason.isEmpty() ? changedSince(request) : reason;
        if (obstacle.isEmpty()) {
            request.caller().tell(new JsonLine().put("step", "replacing"));
            obstacle = String.valueOf(
                    daemon.succeedBy(request.image().launcher(program).toString(), request.caller()).getMessage());
        }
        refuse(request.image(), request.caller(), obstacle);
    }

    /// What was checked must be what is handed over.
    private String changedSince(Request request) {
        Optional<String> obstacle = daemon.obstacle();
        boolean same = obstacle.isPresent() || daemon.configuration() == request.checked();
        return obstacle.orElse(same ? "" : "the configuration was changed meanwhile; try again");
    }

    private void refuse(Image image, Caller caller, String reason) {
        String text = "cannot upgrade to " + image.directory() + ": " + reason;
        log.error(text.replace("\n", "\n  "));
        caller.refuse(text);
    }
}
