package io.holdfast.daemon.vrrp;

import io.holdfast.control.ControlMessage;
import io.holdfast.daemon.process.ControlChannel;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Names;
import io.holdfast.daemon.process.Options;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.FirstCall;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Processes;
import io.holdfast.supervise.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// Entry point of the VRRP process. The parent starts it, with its own command line and a socket at descriptor 3.
public final class VrrpMain {
    private static final int CONTROL = 3;

    private VrrpMain() {}

    public static void main(String[] arguments) {
        FirstCall.ahead();
        Options options = Options.parse(List.of(arguments));
        Names names = Names.current();
        WarmUp.ahead();
        Log log = Log.open(options, names.syslogIdent() + "_vrrp", Processes.pid());
        Descriptor descriptor = Descriptor.adopt(CONTROL);
        descriptor.inherited(false);
        int code;
        try (ControlChannel control = new ControlChannel(descriptor)) {
            code = run(options, names, log, control);
        }
        log.close();
        // Nothing is left to do, and no thread is worth waiting for.
        Runtime.getRuntime().halt(code);
    }

    /// What goes wrong before there is a configuration would go wrong again. Afterwards it may be a passing shortage,
    /// or a bug of ours that needs this very moment: the parent starts a new process.
    private static int run(Options options, Names names, Log log, ControlChannel control) {
        try (VrrpLoop loop = new VrrpLoop(options, names, log, control)) {
            try {
                return loop.run();
            } catch (RuntimeException | Error e) {
                log.error("the VRRP process fails: " + trace(e));
                loop.resign();
                return ExitCode.SOFTWARE;
            }
        } catch (KernelException e) {
            boolean forbidden = e.errno() == Errno.EPERM || e.errno() == Errno.EACCES;
            String reason = e.getMessage() + (forbidden
                    ? "; the daemon needs root, or the capabilities CAP_NET_ADMIN and CAP_NET_RAW" : "");
            log.error(reason);
            control.send(new ControlMessage.Failed(reason));
            return forbidden ? ExitCode.PERMISSION : ExitCode.FATAL;
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
