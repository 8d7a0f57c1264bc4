package io.holdfast.daemon.process;

import io.holdfast.linux.socket.UnixDatagram;
import java.nio.charset.StandardCharsets;

/// The system log: RFC 3164 datagrams to `/dev/log`, with the process number, as libc's syslog writes them. While
/// nobody listens there, lines are lost; the connection is tried again with each line.
final class SyslogSink implements Log.Sink {
    private static final String SOCKET = "/dev/log";
    private static final int LONGEST = 8192;

    private final int facility;
    private final String tag;
    private final LogClock clock = new LogClock();
    private final UnixDatagram socket = UnixDatagram.open(LONGEST);
    private boolean connected;

    SyslogSink(int facility, String ident, long pid) {
        this.facility = facility;
        this.tag = " " + ident + "[" + pid + "]: ";
    }

    @Override
    public void write(Log.Line line) {
        int priority = facility * 8 + line.severity().number;
        byte[] bytes = ("<" + priority + ">" + clock.syslog(line.epochMillis()) + tag + line.text())
                .getBytes(StandardCharsets.UTF_8);
        if (!send(bytes)) {
            // The syslog daemon may have been restarted since the last line.
            connected = false;
            send(bytes);
        }
    }

    private boolean send(byte[] bytes) {
        connected = connected || socket.connect(SOCKET) == 0;
        return connected && socket.send(bytes, Math.min(bytes.length, LONGEST)) == 0;
    }
}
