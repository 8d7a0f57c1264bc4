package io.holdfast.linux.sys;

/// The kernel refused an operation, and the caller did not have to expect it.
///
/// The message reads `operation object: ENAME (text)`, such as `bind to eth0: EPERM (Operation not permitted)`.
public final class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int errno;

    /// @param operation what was attempted and on what
    /// @param errno     the kernel's reason, a positive number
    public KernelException(String operation, int errno) {
        super(operation + ": " + Errno.describe(errno));
        this.errno = errno;
    }

    /// Returns a call's result unless it is a negated errno.
    ///
    /// @throws KernelException if it is
    public static long check(long result, String operation) {
        if (result < 0) {
            throw new KernelException(operation, (int) -result);
        }
        return result;
    }

    /// As [#check(long, String)], for operations on an object; the two are only joined when there is something to say.
    public static long check(long result, String operation, Object object) {
        if (result < 0) {
            throw new KernelException(operation + " " + object, (int) -result);
        }
        return result;
    }

    public int errno() {
        return errno;
    }
}
