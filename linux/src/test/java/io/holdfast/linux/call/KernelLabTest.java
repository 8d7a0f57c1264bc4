package io.holdfast.linux.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.linux.sys.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KernelLabTest {
    private static final long P_ALL = 0;
    private static final long WNOHANG = 1;

    @Test
    void aResultOrANegatedErrno() {
        assertThat(Kernel.call(Nr.GETPID)).isEqualTo(ProcessHandle.current().pid());
        assertThat(Kernel.call(Nr.CLOSE, -1)).isEqualTo(-Errno.EBADF);
        assertThat(Kernel.call(Nr.WAITID, P_ALL, 0, 0, WNOHANG)).isEqualTo(-Errno.EINVAL);
    }

    @Test
    void allSixArgumentsArrive() {
        // mmap refuses what is not anonymous, offset zero and page-aligned: arguments five and six decide.
        int mmap = Nr.isX86() ? 9 : 222;
        long anonymous = 0x22;
        assertThat(Kernel.call(mmap, 0, 4096, 1, anonymous, -1, 1)).isEqualTo(-Errno.EINVAL);
        assertThat(Kernel.call(mmap, 0, 4096, 1, 0x2, -1, 0)).isEqualTo(-Errno.EBADF);
        long address = Kernel.call(mmap, 0, 4096, 1, anonymous, -1, 0);
        assertThat(address).isPositive();
        assertThat(Kernel.call(Nr.isX86() ? 11 : 215, address, 4096)).isZero();
    }

    @Test
    void threadsDoNotSeeEachOthersErrno() throws Exception {
        Callable<Boolean> badDescriptor = () -> always(Nr.CLOSE, -1, -Errno.EBADF);
        Callable<Boolean> noProcess = () -> always(Nr.KILL, Integer.MAX_VALUE, -Errno.ESRCH);
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService platform = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (ExecutorService threads : List.of(virtual, platform)) {
                results.add(threads.submit(badDescriptor));
                results.add(threads.submit(noProcess));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void aMissingFunctionIsNamed() {
        assertThatThrownBy(() -> Kernel.function("no_such_function")).isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessage("the C library has no no_such_function");
    }

    private static boolean always(int number, long argument, long expected) {
        for (int i = 0; i < 20_000; i++) {
            if (Kernel.call(number, argument, 0) != expected) {
                return false;
            }
        }
        return true;
    }
}
