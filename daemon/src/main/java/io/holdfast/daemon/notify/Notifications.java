package io.holdfast.daemon.notify;

import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.script.ScriptRunner;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.notify.Notice;
import io.holdfast.notify.Tidings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The loop's side of notification: posts notices to the thread of scripts, in order, and only from [#begin] on, so
/// that an owner's first advertisement waits for no thread. Posts are classes with names, as the first lambda of a
/// process would cost the loop milliseconds.
public final class Notifications {
    /// How long scripts and readers of pipes have at the stop, and a little for the signals that end them.
    private static final Duration STOP_WINDOW = Duration.ofMillis(1100);

    /// Makes what runs scripts when it is first needed.
    public interface Scripts {
        ScriptRunner runner();
    }

    private final Scripts scripts;
    private final Postbox postbox;
    private final Log log;
    private final ArrayDeque<Post> early = new ArrayDeque<>();
    private Optional<Notifier> notifier = Optional.empty();
    private NotifyConfig config = NotifyConfig.NONE;
    private boolean begun;

    public Notifications(Scripts scripts, Postbox postbox, Log log) {
        this.scripts = scripts;
        this.postbox = postbox;
        this.log = log;
    }

    /// What follows is told as this configuration says.
    public void configure(NotifyConfig next) {
        if (tellsAnybody(next) || tellsAnybody(config)) {
            post(new Configured(next));
        }
        config = next;
    }

    private static boolean tellsAnybody(NotifyConfig config) {
        return config.mails() || !config.pipes().isEmpty();
    }

    /// Operators may want to be told.
    public void tell(Notice notice) {
        if (!config.pipes().isEmpty() || (config.mails() && notice.spec().mail())
                || Tidings.hasScripts(notice)) {
            post(new Told(notice));
        }
    }

    private void post(Post post) {
        if (begun) {
            deliver(post);
        } else {
            early.add(post);
        }
    }

    private void deliver(Post post) {
        if (notifier.isEmpty()) {
            notifier = Optional.of(new Notifier(scripts.runner(), postbox, log));
        }
        Notifier to = notifier.get();
        scripts.runner().loop().post(new Delivery(to, post));
    }

    /// The elections have begun: there is time.
    public void begin() {
        begun = true;
        for (Post post = early.poll(); post != null; post = early.poll()) {
            deliver(post);
        }
    }

    /// The process is about to end; notices of that follow.
    public void stop() {
        begin();
        if (notifier.isPresent()) {
            deliver(new Stopping());
        }
    }

    /// Waits until what was told has had its effect, but no longer than scripts may take at the stop.
    public void finish() {
        leave(STOP_WINDOW);
    }

    /// Lets go of pipes, readers and scripts at once: somebody else goes on.
    public void letGo() {
        begun = true;
        early.clear();
        leave(Duration.ZERO);
    }

    private void leave(Duration window) {
        if (notifier.isEmpty()) {
            return;
        }
        var done = new CountDownLatch(1);
        deliver(new Leaving(window, done));
        try {
            // No longer, should that thread be stuck: the process has to end.
            if (!done.await(STOP_WINDOW.plus(window).toMillis(), TimeUnit.MILLISECONDS)) {
                log.warning("notification did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the notifier is asked to do.
    private interface Post {
        void to(Notifier notifier);
    }

    private record Delivery(Notifier notifier, Post post) implements Runnable {
        @Override
        public void run() {
            post.to(notifier);
        }
    }

    private record Configured(NotifyConfig config) implements Post {
        @Override
        public void to(Notifier notifier) {
            notifier.configure(config);
        }
    }

    private record Told(Notice notice) implements Post {
        @Override
        public void to(Notifier notifier) {
            notifier.tell(notice);
        }
    }

    private record Stopping() implements Post {
        @Override
        public void to(Notifier notifier) {
            notifier.stop();
        }
    }

    private record Leaving(Duration window, CountDownLatch done) implements Post {
        @Override
        public void to(Notifier notifier) {
            notifier.finish(MonoClock.now().plus(window), done::countDown);
        }
    }
}
