package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A file for one process at a time that is written like memory: what is stored in the mapping is in the file at once,
/// for whoever maps it next, whatever becomes of this process. The order of the steps is the caller's.
public final class MappedFile implements AutoCloseable {
    private static final int MODE = 0600;
    private static final int PROT_READ_WRITE = 1 | 2; // asm-generic/mman-common.h, as the next
    private static final int MAP_SHARED = 1;

    private final String path;
    private final Descriptor descriptor;
    private long mapped;
    private int length;

    private MappedFile(String path, Descriptor descriptor) {
        this.path = path;
        this.descriptor = descriptor;
    }

    /// Opens or creates it, readable for its owner alone. What it opened may be anything: see [#status].
    ///
    /// @throws KernelException with ELOOP if the path is a symbolic link, ENOENT if the directory is missing
    public static MappedFile open(String path) {
        int flags = OpenAt.O_RDWR | OpenAt.O_CREAT | OpenAt.O_NOFOLLOW | OpenAt.O_NONBLOCK | OpenAt.O_CLOEXEC;
        long fd = KernelException.check(OpenAt.open(path, flags, MODE), "open", path);
        return new MappedFile(path, Descriptor.adopt((int) fd));
    }

    public FileStatus status() {
        return FileStatus.of(descriptor, path);
    }

    /// Nobody else may open it from now on, whatever its permissions were.
    public void restrict() {
        KernelException.check(Kernel.call(Nr.FCHMOD, descriptor.fd(), MODE), "fchmod of", path);
    }

    /// Held until [#close].
    ///
    /// @return false if another process holds it
    public boolean lock() {
        return FileLock.take(descriptor, path);
    }

    /// Makes sure of the space for so many bytes, so that storing into the mapping cannot fail. Never shortens the
    /// file.
    public void reserve(int size) {
        KernelException.check(Kernel.call(Nr.FALLOCATE, descriptor.fd(), 0, 0, size), "reserve space for", path);
    }

    /// Maps the first bytes. The buffer of an earlier mapping must not be used any more.
    ///
    /// @param size no more than there is in the file
    /// @return valid until the next mapping, or until [#close]
    public ByteBuffer map(int size) {
        long address = Kernel.call(Nr.MMAP, 0, size, PROT_READ_WRITE, MAP_SHARED, descriptor.fd(), 0);
        KernelException.check(address, "map", path);
        unmap();
        mapped = address;
        length = size;
        return MemorySegment.ofAddress(address).reinterpret(size).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private void unmap() {
        if (mapped != 0) {
            Kernel.call(Nr.MUNMAP, mapped, length);
            mapped = 0;
        }
    }

    @Override
    public void close() {
        unmap();
        descriptor.close();
    }
}
