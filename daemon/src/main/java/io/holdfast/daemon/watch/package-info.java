/// What is watched outside the election: files, processes, links that are asked for their state (`vrrp.md` 6.2, 6.4,
/// 6.5).
///
/// ```
///   inotify -----> FileWatch ----.
///   connector ---> ProcessWatch --+--> Mailbox<Report> --> loop --> Node
///   each second -> LinkWatch ----'
/// ```
///
/// The rule: nothing of it happens on the loop, except that the loop sets it up anew; and nothing is decided here, only
/// told when it changed. Start at [io.holdfast.daemon.watch.Watch].
@NullMarked
package io.holdfast.daemon.watch;

import org.jspecify.annotations.NullMarked;
