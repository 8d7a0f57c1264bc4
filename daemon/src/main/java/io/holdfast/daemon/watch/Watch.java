package io.holdfast.daemon.watch;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Mailbox;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.EventFd;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.TimerFd;
import io.holdfast.supervise.ReceiveBuffer;
import io.holdfast.track.PolledLink;
import io.holdfast.track.TrackerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Watches with a thread of its own, and has reports for the loop. The loop and the thread take turns: the thread gives
/// the lock back after each bounded piece of work, so that a reload need not wait.
public final class Watch implements AutoCloseable {
    private static final long FILES = 1;
    private static final long PROCESSES = 2;
    private static final long TIMER = 3;
    private static final long END = 4;
    private static final int READY_AT_ONCE = 4;
    /// Between two looks at what reports nothing by itself.
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Mailbox<Report> mailbox = new Mailbox<>();
    private final Epoll epoll = Epoll.open(READY_AT_ONCE);
    private final TimerFd timer = TimerFd.open();
    private final EventFd end = EventFd.open();
    private final Thread thread = new Thread(this::run, "watch");
    /// Fair: the loop is not to wait for more than one piece of work.
    private final ReentrantLock turn = new ReentrantLock(true);

    // Guarded by turn, as is what they hold.
    private final FileWatch files;
    private final ProcessWatch processes;
    private final LinkWatch links;
    private boolean begun;
    private boolean ticking;

    private Watch(Log log) {
        files = new FileWatch(log, mailbox);
        processes = new ProcessWatch(log, mailbox);
        links = new LinkWatch(log, mailbox);
        epoll.add(timer.fd(), Epoll.EPOLLIN, TIMER);
        epoll.add(end.fd(), Epoll.EPOLLIN, END);
        thread.setDaemon(true);
    }

    /// For nothing yet.
    public static Watch open(Log log) {
        return new Watch(log);
    }

    /// Watches this from now on, and reports the present value of each tracker before it returns.
    ///
    /// @param polled interfaces to ask for their state
    /// @param buffer how many reports of processes may wait
    public void adjust(TrackerSpec spec, List<PolledLink> polled, ReceiveBuffer buffer) {
        turn.lock();
        try {
            files.adjust(spec.files(), !begun);
            links.adjust(polled);
            processes.adjust(spec.processes(), buffer);
            listen();
            if (!begun) {
                begun = true;
                thread.start();
            }
        } finally {
            turn.unlock();
        }
    }

    /// Readable when there are reports.
    public int fd() {
        return mailbox.fd();
    }

    /// As [Mailbox#open].
    public void openMail() {
        mailbox.open();
    }

    /// The next report, for the loop.
    public Optional<Report> next() {
        return mailbox.next();
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn) {
            int ready = epoll.await(-1);
            turn.lock();
            try {
                goesOn = work(ready);
            } catch (RuntimeException | Error e) {
                mailbox.post(new Report.Failed(e));
                goesOn = false;
            } finally {
                turn.unlock();
            }
        }
    }

    /// @return false at the end
    private boolean work(int ready) {
        for (int i = 0; i < ready; i++) {
            switch ((int) epoll.token(i)) {
                case (int) FILES -> files.onEvents();
                case (int) PROCESSES -> processes.onEvents();
                case (int) TIMER -> tick();
                default -> {
                    return false;
                }
            }
        }
        keepTicking();
        return true;
    }

    private void tick() {
        timer.read();
        ticking = false;
        files.tick();
        links.tick();
        processes.tick();
        listen();
    }

    /// What is there to be listened to may come and go. An interest that is there already is renewed.
    private void listen() {
        epoll.remove(files.fd());
        epoll.remove(processes.fd());
        if (files.fd() >= 0) {
            epoll.add(files.fd(), Epoll.EPOLLIN, FILES);
        }
        if (processes.fd() >= 0) {
            epoll.add(processes.fd(), Epoll.EPOLLIN, PROCESSES);
        }
        keepTicking();
    }

    private void keepTicking() {
        if (!ticking && (files.needsTicks() || links.needsTicks() || processes.needsTicks())) {
            ticking = true;
            MonoTime next = MonoClock.now().plus(PERIOD);
            timer.armAt(next);
        }
    }

    @Override
    public void close() {
        if (begun) {
            end.signal();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        files.close();
        processes.close();
        links.close();
        epoll.close();
        timer.close();
        end.close();
        mailbox.close();
    }
}
