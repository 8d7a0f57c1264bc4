package io.holdfast.notify;

import io.holdfast.script.CommandSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of a [Notice]: to scripts, which are run in this order, to named pipes, and by mail (`daemon.md` 5.1 to
/// 5.7). Whether mail is sent at all, [MailHistory] decides.
public final class Tidings {
    private Tidings() {}

    /// Whether there are any [#scripts].
    public static boolean hasScripts(Notice notice) {
        return !notice.pipesOnly()
                && (own(notice).isPresent() || (isTransition(notice.event()) && notice.spec().every().isPresent()));
    }

    /// The scripts to run, in order: the one for this event, then the one for every event.
    public static List<NotifyScript> scripts(Notice notice) {
        if (notice.pipesOnly()) {
            return List.of();
        }
        List<NotifyScript> scripts = new ArrayList<>(2);
        boolean stops = notice.event() == Notice.Event.STOP;
        boolean isGroup = notice.subject() == Notice.Subject.GROUP;
        own(notice).ifPresent(command -> scripts.add(new NotifyScript(object(notice), command, stops && !isGroup)));
        if (isTransition(notice.event())) {
            notice.spec().every().ifPresent(command ->
                    scripts.add(new NotifyScript(object(notice), withState(command, notice), stops)));
        }
        return scripts;
    }

    /// The script for this event alone.
    private static Optional<CommandSpec> own(Notice notice) {
        NotifySpec spec = notice.spec();
        return switch (notice.event()) {
            case MASTER -> spec.master();
            case BACKUP -> spec.backup();
            case FAULT -> spec.fault();
            case STOP -> spec.stop();
            case DELETED -> spec.deleted() instanceof NotifySpec.Deletion.Announced announced ? announced.command()
                    : Optional.empty();
            case MASTER_RX_LOWER_PRI -> spec.lowerPriority();
            case MASTER_PRIORITY, BACKUP_PRIORITY -> Optional.empty();
        };
    }

    private static boolean isTransition(Notice.Event event) {
        return switch (event) {
            case MASTER, BACKUP, FAULT, STOP, DELETED -> true;
            case MASTER_RX_LOWER_PRI, MASTER_PRIORITY, BACKUP_PRIORITY -> false;
        };
    }

    private static CommandSpec withState(CommandSpec command, Notice notice) {
        List<String> arguments = new ArrayList<>(command.arguments().size() + 4);
        arguments.addAll(command.arguments());
        arguments.add(notice.subject().name());
        arguments.add(notice.name());
        arguments.add(notice.event().name());
        arguments.add(Integer.toString(notice.priority()));
        return new CommandSpec(command.executable(), arguments, command.as());
    }

    /// An instance and a group may have the same name.
    static String object(Notice notice) {
        return (notice.subject() == Notice.Subject.GROUP ? "Group(" : "(") + notice.name() + ")";
    }

    /// The line for named pipes, its end included (`daemon.md` 5.5). Names are quoted as they are.
    public static String line(Notice notice) {
        return notice.subject().name() + " \"" + notice.name() + "\" " + notice.event().name() + " "
                + notice.priority() + "\n";
    }

    /// Whether pipes are all that can be told of it.
    static boolean isForPipesOnly(Notice notice) {
        return notice.pipesOnly() || !isTransition(notice.event());
    }

    /// The mail about it.
    ///
    /// @param routerId how this machine calls itself
    static Mail mail(Notice notice, String routerId) {
        boolean isGroup = notice.subject() == Notice.Subject.GROUP;
        String subject = "[" + routerId + "] VRRP " + (isGroup ? "Group " : "Instance ") + notice.name() + " - "
                + happening(notice.event());
        return new Mail(subject, "=> " + (isGroup ? ofGroup(notice.event()) : ofInstance(notice.event())) + " <=");
    }

    private static String happening(Notice.Event event) {
        return switch (event) {
            case STOP -> "Stopping";
            case DELETED -> "Deleted";
            default -> "Entering " + event.name() + " state";
        };
    }

    private static String ofInstance(Notice.Event event) {
        return switch (event) {
            case MASTER -> "VRRP Instance is now owning VRRP VIPs";
            case STOP -> "VRRP Instance stopping";
            case DELETED -> "VRRP Deleted at reload";
            default -> "VRRP Instance is no longer owning VRRP VIPs";
        };
    }

    private static String ofGroup(Notice.Event event) {
        return event == Notice.Event.STOP ? "All VRRP group instances are now stopping"
                : "All VRRP group instances are now in " + event.name() + " state";
    }
}
