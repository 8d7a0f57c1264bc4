package io.holdfast.control;

import io.holdfast.notify.Mail;
import java.nio.ByteBuffer;

/// What a parent and its children say to each other over the socket between them.
///
/// ```
///   parent                         child
///     SnapshotPart ...  ---------->        the configuration, in pieces
///     Prepare(n)        ---------->        read it, check what only you can check
///                       <----------  Prepared(n, "")   or what is wrong with it
///     Commit(n)         ---------->        it is in effect now         (or Abort(n))
///                       <----------  Committed(n)
///     AskStatus(from)   ---------->        how do you stand? Piece by piece
///                       <----------  StatusPage(from, next, lines)
///                       <----------  SendMail          at any time
///     Stop              ---------->        (or HandOver, when a successor stands ready)
/// ```
public sealed interface ControlMessage {

    /// A piece of the configuration snapshot of a generation, in order.
    record SnapshotPart(int generation, ByteBuffer bytes) implements ControlMessage {}

    /// The snapshot is complete: read it and answer with [Prepared].
    ///
    /// @param length   how many bytes of it there are, so that a lost piece is noticed
    /// @param inEffect whether it runs already, and the child is only to join in: then it may not refuse because of the
    ///                 machine, which has changed since
    record Prepare(int generation, int length, boolean inEffect) implements ControlMessage {}

    /// The answer to [Prepare].
    ///
    /// @param refusal why this configuration cannot run here; empty if it can
    record Prepared(int generation, String refusal) implements ControlMessage {}

    /// The prepared configuration takes effect.
    record Commit(int generation) implements ControlMessage {}

    /// Forget the prepared configuration.
    record Abort(int generation) implements ControlMessage {}

    /// The configuration is in effect.
    record Committed(int generation) implements ControlMessage {}

    /// The child cannot go on and ends; its exit status says whether another try makes sense.
    record Failed(String reason) implements ControlMessage {}

    /// Tell how instances, groups and trackers stand, as much as fits in an answer.
    ///
    /// @param from 0, or the `next` of the piece before
    record AskStatus(int from) implements ControlMessage {}

    /// The answer to [AskStatus].
    ///
    /// @param from  as it was asked
    /// @param next  where to ask on; negative if that was all
    /// @param lines JSON objects, each with a line break: for callers of the parent, who is only to pass them on
    record StatusPage(int from, int next, ByteBuffer lines) implements ControlMessage {}

    /// An alert mail is to be delivered. Nothing answers it: whether it arrives is the parent's business.
    record SendMail(Mail mail) implements ControlMessage {}

    /// End in good order.
    record Stop() implements ControlMessage {}

    /// There is time: go through the motions once, before [Prepare], so that the first real ones will be quick.
    record Rehearse() implements ControlMessage {}

    /// Fall silent and end, with everything left as it is: another process goes on where this one stops. The end is the
    /// answer.
    record HandOver() implements ControlMessage {}
}
