/// Tells operators what happened (`daemon.md` 5): runs scripts, writes to named pipes, hands mails to whoever
/// delivers them. What is said, core decides.
///
/// The rule: all of it happens on the thread of scripts; the loop does no more than post a notice. Start at
/// [io.holdfast.daemon.notify.Notifications].
@NullMarked
package io.holdfast.daemon.notify;

import org.jspecify.annotations.NullMarked;
