package io.holdfast.daemon.notify;

import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.FileStatus;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NamedPipe;
import io.holdfast.linux.sys.Processes;
import io.holdfast.notify.PipeSpec;
import java.util.Optional;

/// The file of a named pipe: made and given to its owner if there is none, used as it is if there is one that belongs
/// to the daemon or to that owner, and refused otherwise.
final class PipeFile implements AutoCloseable {
    private static final int MODE = 0644;

    private final PipeSpec spec;
    private final NamedPipe pipe;
    private final boolean made;

    private PipeFile(PipeSpec spec, NamedPipe pipe, boolean made) {
        this.spec = spec;
        this.pipe = pipe;
        this.made = made;
    }

    /// @throws KernelException if it cannot be made, or what is there cannot be used
    static PipeFile make(PipeSpec spec) {
        boolean made = NamedPipe.make(spec.path(), MODE);
        PipeFile file = new PipeFile(spec, NamedPipe.at(spec.path()), made);
        try {
            file.settle();
            return file;
        } catch (KernelException e) {
            file.close();
            throw e;
        }
    }

    private void settle() {
        FileStatus status = pipe.status();
        int own = Processes.user();
        int user = spec.owner().uid().orElse(own);
        if (!status.isNamedPipe()) {
            throw new KernelException("use " + spec.path() + ", which is no named pipe", Errno.EEXIST);
        }
        if (status.owner() != own && (made || status.owner() != user)) {
            throw new KernelException("use " + spec.path() + ", which belongs to user " + status.owner(),
                    Errno.EACCES);
        }
        int group = spec.owner().gid().orElse(status.group());
        if (made && (status.owner() != user || status.group() != group)) {
            pipe.give(user, group);
        }
    }

    ByteStream open() {
        Optional<ByteStream> stream = pipe.open();
        if (stream.isEmpty()) {
            throw new KernelException("open " + spec.path() + ", which was replaced meanwhile", Errno.EEXIST);
        }
        return stream.get();
    }

    /// What was there before stays.
    void remove() {
        if (made) {
            pipe.unlink();
        }
    }

    @Override
    public void close() {
        pipe.close();
    }
}
