package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.nio.ByteBuffer;

/// What /proc says about processes, one after the other, without leaving anything behind for the garbage collector.
public final class ProcessFacts implements AutoCloseable {
    private static final byte[] ROOT = {'/', 'p', 'r', 'o', 'c', '/'};
    private static final byte[] STAT = {'/', 's', 't', 'a', 't', 0};
    private static final byte[] COMMAND_LINE = {'/', 'c', 'm', 'd', 'l', 'i', 'n', 'e', 0};
    private static final int PATH_SIZE = 32;
    /// The name comes first, and no kernel gives one of more than 64 bytes.
    private static final int STAT_SIZE = 512;
    /// Behind the parenthesis that closes the name.
    private static final int STATE = 2;

    private final NativeMemory path = NativeMemory.allocate(PATH_SIZE);
    private final NativeMemory stat = NativeMemory.allocate(STAT_SIZE);
    private final ByteBuffer name = stat.bytes().duplicate();
    private NativeMemory command = NativeMemory.allocate(Long.BYTES);
    private ByteBuffer commandLine = command.bytes().duplicate();

    /// Of nothing, until it is told where to look.
    public ProcessFacts() {
        name.limit(0);
    }

    /// Looks at the name and the state of a process.
    ///
    /// @return false if there is none of that number, or it ended and nobody has collected it
    public boolean read(int pid) {
        int length = read(pid, STAT, stat, STAT_SIZE);
        int from = 0;
        while (from < length && stat.bytes().get(from) != '(') {
            from++;
        }
        // A name may contain parentheses, too.
        int to = length - 1;
        while (to > from && stat.bytes().get(to) != ')') {
            to--;
        }
        boolean complete = to > from && to + STATE < length;
        int state = complete ? stat.bytes().get(to + STATE) : 'X';
        name.clear().limit(complete ? to : 0).position(complete ? from + 1 : 0);
        return state != 'Z' && state != 'X';
    }

    /// What the kernel calls the process that [#read] looked at, from position to limit.
    public ByteBuffer name() {
        return name;
    }

    /// Looks at the command line of a process.
    ///
    /// @param most how many bytes of it
    /// @return the arguments with NULs between, from position to limit, valid until the next call; empty if there is no
    ///         such process
    public ByteBuffer commandLine(int pid, int most) {
        if (command.size() < most) {
            command.close();
            command = NativeMemory.allocate(most);
            commandLine = command.bytes().duplicate();
        }
        int length = read(pid, COMMAND_LINE, command, most);
        commandLine.clear().limit(length);
        return commandLine;
    }

    @Override
    public void close() {
        path.close();
        stat.close();
        command.close();
    }

    /// A process may end at any moment: that is no error.
    private int read(int pid, byte[] file, NativeMemory into, int most) {
        writePath(pid, file);
        long fd = Kernel.call(Nr.OPENAT, OpenAt.AT_FDCWD, path.address(), OpenAt.O_RDONLY | OpenAt.O_CLOEXEC, 0);
        if (fd < 0) {
            return 0;
        }
        long length = Kernel.call(Nr.READ, fd, into.address(), most);
        Kernel.call(Nr.CLOSE, fd);
        return (int) Math.max(0, length);
    }

    private void writePath(int pid, byte[] file) {
        ByteBuffer bytes = path.bytes();
        bytes.put(0, ROOT);
        int digits = 1;
        for (int rest = pid; rest >= 10; rest /= 10) {
            digits++;
        }
        int rest = pid;
        for (int i = ROOT.length + digits - 1; i >= ROOT.length; i--) {
            bytes.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        bytes.put(ROOT.length + digits, file);
    }
}
