package io.holdfast.notify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which transitions are worth a mail: those of objects that have alerts switched on, but never the same one twice in a
/// row (`daemon.md` 5.7). Whether an object has them on was settled when the configuration was read.
public final class MailHistory {
    private final Map<String, Notice.Event> last = new HashMap<>();

    public MailHistory() {}

    /// The mail about a notice, which is then taken for sent; empty if it is not worth one.
    ///
    /// @param faults   false with `no_email_faults`
    /// @param routerId how this machine calls itself
    public Optional<Mail> mail(Notice notice, boolean faults, String routerId) {
        if (!notice.spec().mail() || Tidings.isForPipesOnly(notice)
                || (notice.event() == Notice.Event.FAULT && !faults)) {
            return Optional.empty();
        }
        String object = Tidings.object(notice);
        if (last.put(object, notice.event()) == notice.event()) {
            return Optional.empty();
        }
        if (notice.event() == Notice.Event.DELETED) {
            last.remove(object);
        }
        return Optional.of(Tidings.mail(notice, routerId));
    }
}
