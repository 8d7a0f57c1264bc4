package io.holdfast.vrrp;

/// Why an instance changed its state: kept in the journal, told by the log, the answer to "why did it fail over?".
///
/// @param trigger  what happened
/// @param evidence what was seen that proves it: the last advertisement, a link, an address
/// @param rule     the rule that was applied, with where it comes from (`RFC 9568 6.4.2`)
public record Cause(Trigger trigger, String evidence, String rule) {

    /// The kinds of event that change a state.
    public enum Trigger {
        STARTED, RESUMED, MASTER_DOWN, MASTER_RESIGNED, HIGHER_PRIORITY, HIGHER_ADDRESS, OWNER_CONFLICT,
        LINK_DOWN, LINK_UP, TRACKER_DOWN, TRACKER_UP, SYNC_GROUP, SOURCE_LOST, SOURCE_FOUND, NO_PEER,
        ADDRESS_DELETED, OVERSLEPT, RELOADED, STOPPED
    }
}
