package io.holdfast.daemon.vrrp;

import io.holdfast.daemon.process.ControlChannel;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Names;
import io.holdfast.daemon.process.Options;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Prctl;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Signals;
import io.holdfast.supervise.ExitCode;
import java.util.List;

/// Entry point of the VRRP process. The parent starts it, with its own command line and a socket at descriptor 3.
public final class VrrpMain {
    private static final int CONTROL = 3;

    private VrrpMain() {}

    public static void main(String[] arguments) {
        Prctl.setParentDeathSignal(Signals.SIGTERM);
        Options options = Options.parse(List.of(arguments));
        Names names = Names.current();
        Log log = Log.open(options, names.syslogIdent() + "_vrrp", Processes.pid());
        int code = run(options, names, log);
        log.close();
        // Nothing is left to do, and no thread is worth waiting for.
        Runtime.getRuntime().halt(code);
    }

    private static int run(Options options, Names names, Log log) {
        try (ControlChannel control = new ControlChannel(Descriptor.adopt(CONTROL));
                VrrpLoop loop = new VrrpLoop(options, names, log, control)) {
            return loop.run();
        } catch (KernelException e) {
            boolean forbidden = e.errno() == Errno.EPERM || e.errno() == Errno.EACCES;
            log.error(e.getMessage() + (forbidden ? "; the daemon needs root, or CAP_NET_ADMIN and CAP_NET_RAW" : ""));
            return forbidden ? ExitCode.PERMISSION : ExitCode.FATAL;
        }
    }
}
