package io.holdfast.linux.sys;

/// The first system call of a process, for which the JDK has to link a downcall: tens of milliseconds. Made on a thread
/// of its own; meanwhile the others can do what needs none. One that does need one waits.
public final class FirstCall extends Thread {
    private FirstCall() {
        super("first call");
        setDaemon(true);
    }

    /// Begins it.
    public static void ahead() {
        new FirstCall().start();
    }

    @Override
    public void run() {
        Processes.pid();
    }
}
