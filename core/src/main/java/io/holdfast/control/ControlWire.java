package io.holdfast.control;

import io.holdfast.notify.Mail;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Control messages as bytes: one type byte, the generation or another number, the rest. The socket keeps message
/// boundaries, so there is no length field.
public final class ControlWire {
    /// The largest message; well below what a Unix socket takes at once.
    public static final int MAX_LENGTH = 32 * 1024;
    /// The most bytes of a snapshot in one [ControlMessage.SnapshotPart].
    public static final int MAX_PART = MAX_LENGTH - 5;
    /// The most bytes of lines in one [ControlMessage.StatusPage].
    public static final int MAX_PAGE = MAX_LENGTH - 9;

    private static final byte SNAPSHOT_PART = 1;
    private static final byte PREPARE = 2;
    private static final byte PREPARED = 3;
    private static final byte COMMIT = 4;
    private static final byte ABORT = 5;
    private static final byte COMMITTED = 6;
    private static final byte STOP = 7;
    private static final byte FAILED = 8;
    private static final byte HAND_OVER = 9;
    private static final byte REHEARSE = 10;
    private static final byte SEND_MAIL = 11;
    private static final byte ASK_STATUS = 12;
    private static final byte STATUS_PAGE = 13;
    /// The most bytes of a mail's subject and of its body; what is longer is cut.
    private static final int MAX_MAIL_TEXT = 8 * 1024;

    private ControlWire() {}

    /// Appends the message at the buffer's position. A refusal that does not fit is cut.
    public static void write(ControlMessage message, ByteBuffer out) {
        switch (message) {
            case ControlMessage.SnapshotPart part -> head(out, SNAPSHOT_PART, part.generation())
                    .put(part.bytes().duplicate());
            case ControlMessage.Prepare prepare -> head(out, PREPARE, prepare.generation())
                    .putInt(prepare.length()).put((byte) (prepare.inEffect() ? 1 : 0));
            case ControlMessage.Prepared prepared ->
                    text(head(out, PREPARED, prepared.generation()), prepared.refusal());
            case ControlMessage.Commit commit -> head(out, COMMIT, commit.generation());
            case ControlMessage.Abort abort -> head(out, ABORT, abort.generation());
            case ControlMessage.Committed committed -> head(out, COMMITTED, committed.generation());
            case ControlMessage.Failed failed -> text(head(out, FAILED, 0), failed.reason());
            case ControlMessage.AskStatus ask -> head(out, ASK_STATUS, ask.from());
            case ControlMessage.StatusPage page -> head(out, STATUS_PAGE, page.from())
                    .putInt(page.next()).put(page.lines().duplicate());
            case ControlMessage.SendMail send -> mail(head(out, SEND_MAIL, 0), send.mail());
            case ControlMessage.Stop _ -> head(out, STOP, 0);
            case ControlMessage.HandOver _ -> head(out, HAND_OVER, 0);
            case ControlMessage.Rehearse _ -> head(out, REHEARSE, 0);
        }
    }

    private static ByteBuffer head(ByteBuffer out, byte type, int generation) {
        return out.put(type).putInt(generation);
    }

    private static void text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.put(bytes, 0, Math.min(bytes.length, out.remaining()));
    }

    private static void mail(ByteBuffer out, Mail mail) {
        byte[] subject = mail.subject().getBytes(StandardCharsets.UTF_8);
        byte[] body = mail.body().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(subject.length, MAX_MAIL_TEXT);
        out.putInt(length).put(subject, 0, length).put(body, 0, Math.min(body.length, MAX_MAIL_TEXT));
    }

    /// Reads the message that fills the buffer from position to limit; empty if it is none.
    public static Optional<ControlMessage> read(ByteBuffer in) {
        if (in.remaining() < 5) {
            return Optional.empty();
        }
        byte type = in.get();
        int generation = in.getInt();
        return switch (type) {
            case SNAPSHOT_PART -> Optional.of(new ControlMessage.SnapshotPart(generation, rest(in)));
            case PREPARE -> in.remaining() < 5 ? Optional.empty()
                    : Optional.of(new ControlMessage.Prepare(generation, in.getInt(), in.get() != 0));
            case PREPARED -> Optional.of(new ControlMessage.Prepared(generation, text(in)));
            case COMMIT -> Optional.of(new ControlMessage.Commit(generation));
            case ABORT -> Optional.of(new ControlMessage.Abort(generation));
            case COMMITTED -> Optional.of(new ControlMessage.Committed(generation));
            case ASK_STATUS -> Optional.of(new ControlMessage.AskStatus(generation));
            case STATUS_PAGE -> in.remaining() < 4 ? Optional.empty()
                    : Optional.of(new ControlMessage.StatusPage(generation, in.getInt(), rest(in)));
            case STOP -> Optional.of(new ControlMessage.Stop());
            case REHEARSE -> Optional.of(new ControlMessage.Rehearse());
            case HAND_OVER -> Optional.of(new ControlMessage.HandOver());
            case FAILED -> Optional.of(new ControlMessage.Failed(text(in)));
            case SEND_MAIL -> mail(in);
            default -> Optional.empty();
        };
    }

    private static Optional<ControlMessage> mail(ByteBuffer in) {
        if (in.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            return Optional.empty();
        }
        String subject = text(in.slice(in.position(), length));
        in.position(in.position() + length);
        return Optional.of(new ControlMessage.SendMail(new Mail(subject, text(in))));
    }

    private static String text(ByteBuffer in) {
        return StandardCharsets.UTF_8.decode(in).toString();
    }

    /// A copy: the buffer is the socket's to reuse.
    private static ByteBuffer rest(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
