package io.holdfast.linux;

import io.holdfast.linux.sys.Namespaces;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A second network namespace, entered by a thread of its own and gone with it.
public final class Host implements AutoCloseable {
    private static final int SECONDS = 30;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final long threadId;

    private Host() throws Exception {
        this.threadId = call(() -> {
            Namespaces.newNetwork();
            return Lab.threadId();
        });
    }

    static Host start() throws Exception {
        return new Host();
    }

    /// By which `ip link set ... netns` finds the namespace.
    long threadId() {
        return threadId;
    }

    /// Runs `body` in this host's namespace. What it opens may be used by any thread.
    public <T> T call(Callable<T> body) throws Exception {
        return thread.submit(body).get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
