package io.holdfast.config.finding;

import static io.holdfast.config.finding.Severity.NOTE;
import static io.holdfast.config.finding.Severity.REFUSE;
import static io.holdfast.config.finding.Severity.WARN;

import java.util.Optional;

/// Everything that can be wrong with a configuration. A number, once published, keeps its meaning for ever.
public enum Problem {
    // The text: files, lines, braces.
    NO_MAIN_FILE(1, REFUSE, Verdict.FATAL, "the configuration file cannot be read"),
    SEVERAL_MAIN_FILES(2, WARN, Verdict.GENERAL, "the name of the main file matches several files"),
    INCLUDE_CHECK(3, REFUSE, Verdict.INCLUDE, "an include that has to succeed does not"),
    INCLUDE_MISSED(4, WARN, Verdict.NONE, "an include names nothing that can be read"),
    INCLUDE_LOOP(5, REFUSE, Verdict.GENERAL, "files include each other without end"),
    TOO_MUCH_TEXT(6, REFUSE, Verdict.GENERAL, "the configuration is too large"),
    LINE_TOO_LONG(7, WARN, Verdict.GENERAL, "a line is too long"),
    NUL_BYTE(8, WARN, Verdict.GENERAL, "a line contains a NUL byte"),
    UNBALANCED_QUOTE(9, WARN, Verdict.GENERAL, "a double quote is not closed"),
    BYTE_ORDER_MARK(10, WARN, Verdict.GENERAL, "the file starts with a byte order mark"),
    LOOKALIKE(11, WARN, Verdict.NONE, "a character only looks like the one that is meant"),
    MISSING_CLOSE(13, WARN, Verdict.GENERAL, "a closing brace is missing"),
    EXCESS_CLOSE(14, WARN, Verdict.GENERAL, "there is a closing brace too many"),
    STRAY_OPEN(15, WARN, Verdict.GENERAL, "an opening brace stands where none belongs"),
    MISSING_OPEN(16, WARN, Verdict.GENERAL, "a block does not begin with a brace"),
    MORE_FINDINGS(17, NOTE, Verdict.NONE, "there are more findings than are shown"),
    UNDEFINED_PARAMETER(18, WARN, Verdict.GENERAL, "a parameter is used that is not defined"),
    VALUE_NOT_LAST(19, WARN, Verdict.NONE, "a value of several lines is used in the middle of a line"),
    EXPANSION_TOO_LONG(20, WARN, Verdict.GENERAL, "a line is too long with the values of its parameters"),
    ENDLESS_EXPANSION(21, REFUSE, Verdict.GENERAL, "the value of a parameter leads to itself"),
    BAD_ARGUMENTS(22, WARN, Verdict.GENERAL, "a predefined parameter has arguments it cannot take"),
    BAD_SEQUENCE(23, WARN, Verdict.GENERAL, "the header of a sequence or list is wrong"),
    LATE_INCLUDE(24, NOTE, Verdict.NONE, "an include within a sequence or value is read behind it"),

    // The words.
    UNKNOWN_KEYWORD(101, WARN, Verdict.GENERAL, "a keyword is not known here"),
    MISSING_WORD(102, REFUSE, Verdict.MISSING_WORD, "a keyword lacks its word"),
    BAD_VALUE(103, WARN, Verdict.GENERAL, "a value is not one that the keyword takes"),
    CORRECTED_VALUE(104, WARN, Verdict.GENERAL, "a value was corrected"),
    WORD_LEFT_OUT(105, WARN, Verdict.GENERAL, "a keyword without its word is left out"),
    EXTRA_WORDS(106, NOTE, Verdict.NONE, "words after a value are ignored"),
    BAD_NAME(107, WARN, Verdict.GENERAL, "a block has not the name it needs"),
    NAME_TAKEN(108, WARN, Verdict.GENERAL, "a name is used twice"),
    NO_EFFECT_YET(109, WARN, Verdict.NONE, "a keyword is accepted but has no effect yet"),
    NOT_SUPPORTED_YET(110, REFUSE, Verdict.GENERAL, "ignoring a keyword would change what is configured"),
    WORDS_BEFORE_BRACE(111, WARN, Verdict.GENERAL, "words before an opening brace are ignored"),
    BAD_ENTRY(112, WARN, Verdict.GENERAL, "a line of a list is left out"),
    UNKNOWN_OPTION(113, WARN, Verdict.GENERAL, "an option is not known here"),
    OPTION_LEFT_OUT(114, WARN, Verdict.GENERAL, "an option is left out"),
    WORD_CUT(500, NOTE, Verdict.NONE, "a part of a word is ignored"),
    REPEATED(115, WARN, Verdict.GENERAL, "a keyword that counts once is given twice"),

    // The meaning.
    NO_VRID(201, REFUSE, Verdict.GENERAL, "an instance has no virtual_router_id"),
    NO_INTERFACE(202, REFUSE, Verdict.GENERAL, "an instance has no interface"),
    UNKNOWN_INTERFACE(203, REFUSE, Verdict.GENERAL, "an interface does not exist"),
    LOOPBACK(216, REFUSE, Verdict.GENERAL, "an instance runs on a loopback interface"),
    DUPLICATE_VRID(204, REFUSE, Verdict.GENERAL, "two instances share VRID and interface"),
    NO_ADDRESS(205, REFUSE, Verdict.GENERAL, "an instance has no address"),
    FEW_ADDRESSES(206, WARN, Verdict.GENERAL, "an instance has no address"),
    PREEMPT_CONFLICT(207, WARN, Verdict.GENERAL, "a preemption setting contradicts another"),
    INTERVAL_ROUNDED(208, WARN, Verdict.GENERAL, "advert_int was rounded"),
    AUTHENTICATION_DROPPED(209, WARN, Verdict.GENERAL, "authentication is left out"),
    STRICT_CORRECTION(210, WARN, Verdict.GENERAL, "strict mode overrides a setting"),
    DUPLICATE_ADDRESS(211, WARN, Verdict.GENERAL, "an address is configured twice"),
    MIXED_FAMILIES(212, WARN, Verdict.GENERAL, "addresses of both families in one list"),
    TOO_MANY_ADDRESSES(213, WARN, Verdict.GENERAL, "more addresses than an advertisement can hold"),
    OWNER_SETTING(214, WARN, Verdict.GENERAL, "a setting is for the address owner only"),
    NO_PEERS(217, WARN, Verdict.GENERAL, "settings for unicast, but no peer"),
    INERT_UNICAST(218, WARN, Verdict.GENERAL, "a setting contradicts how advertisements are delivered"),
    NO_SOURCE(219, REFUSE, Verdict.GENERAL, "an instance without interface has no source address"),
    NO_DEVICE(220, WARN, Verdict.GENERAL, "an address has no interface to go to"),
    NOT_LINK_LOCAL(221, NOTE, Verdict.NONE, "the first IPv6 address is not link-local"),
    VERSION_CONFLICT(222, WARN, Verdict.GENERAL, "the version does not fit the family"),
    NOT_MULTICAST(223, WARN, Verdict.GENERAL, "an interface cannot multicast"),
    STRICT_UNICAST(224, REFUSE, Verdict.GENERAL, "strict mode and unicast where multicast is possible"),
    BUFFER_POLICY(225, WARN, Verdict.GENERAL, "several ways to size a buffer"),
    OLD_NAME(226, WARN, Verdict.GENERAL, "a keyword is used by its old name"),
    GARP_GROUP(227, WARN, Verdict.GENERAL, "a garp_group has no effect, or not on all its interfaces"),
    AH_MASTER(231, WARN, Verdict.GENERAL, "AH lets no router start as master but the owner"),
    NO_ACTIVE_KEY(232, REFUSE, Verdict.GENERAL, "there is no key to sign advertisements with"),
    KEY_FILE(233, WARN, Verdict.GENERAL, "a key file cannot be used"),
    OPEN_KEY_FILE(234, WARN, Verdict.SECURITY, "others than its owner may use a key file"),
    SHARED_ADDRESS(245, WARN, Verdict.NONE, "two instances have the same address"),
    LINK_CONFLICT(235, WARN, Verdict.GENERAL, "a setting of the interface contradicts another"),
    IPVLAN_ADDRESS(236, WARN, Verdict.GENERAL, "an ipvlan has no address that it can use"),
    INERT(215, NOTE, Verdict.NONE, "a setting has no effect here"),

    // Scripts.
    BAD_COMMAND(300, WARN, Verdict.GENERAL, "a command cannot be read"),
    UNKNOWN_USER(301, WARN, Verdict.GENERAL, "a user or group does not exist"),
    NOTIFY_USER(302, WARN, Verdict.NONE, "the user or group of a notify script does not exist"),
    NO_SCRIPT_USER(303, WARN, Verdict.GENERAL, "there is no user that a script could run as"),
    SCRIPT_SECURITY(304, WARN, Verdict.SECURITY, "scripts without enable_script_security"),
    SCRIPT_MISSING(305, WARN, Verdict.GENERAL, "a script cannot be found"),
    SCRIPT_NOT_EXECUTABLE(306, WARN, Verdict.NONE, "a script cannot be executed"),
    SCRIPT_UNSAFE(308, WARN, Verdict.GENERAL, "somebody else could replace a script, which is therefore not run"),
    SCRIPT_RISK(309, WARN, Verdict.SECURITY, "somebody else could replace a script that root runs"),
    SCRIPT_SEARCHED(310, NOTE, Verdict.NONE, "a script is named without its path"),
    SCRIPT_NOT_RUN(335, WARN, Verdict.NONE, "a script that nothing depends on cannot be run"),

    // Trackers and groups.
    NAME_SHADOWED(320, NOTE, Verdict.NONE, "a name is used twice, and the first one is meant by it"),
    TRACKER_INCOMPLETE(321, WARN, Verdict.GENERAL, "a tracker does not say what it watches"),
    UNKNOWN_TRACKER(322, WARN, Verdict.GENERAL, "something is tracked that is not defined"),
    DUPLICATE_TRACKER(323, WARN, Verdict.GENERAL, "something is tracked twice"),
    WEIGHT_DROPPED(324, WARN, Verdict.GENERAL, "a weight has no place here"),
    TRACK_FILE(325, WARN, Verdict.GENERAL, "a file cannot be watched"),
    QUORUM(326, WARN, Verdict.GENERAL, "a quorum contradicts another"),
    OWN_INTERFACE(327, WARN, Verdict.GENERAL, "an instance tracks its own interface"),
    UNUSED_TRACKER(328, NOTE, Verdict.NONE, "nothing tracks a script"),
    ABSENT_LINK(329, WARN, Verdict.FATAL, "a setting is about an interface that does not exist"),
    SYNC_MEMBER(330, WARN, Verdict.GENERAL, "a sync group names an instance that it cannot have"),
    SYNC_GROUP(331, WARN, Verdict.GENERAL, "a group is left out"),
    LONE_MEMBER(332, WARN, Verdict.GENERAL, "a sync group has a single member"),
    TRACK_GROUP_MEMBER(333, WARN, Verdict.NONE, "a track group names an instance that does not exist"),
    SAME_PIPE(334, WARN, Verdict.NONE, "a named pipe is configured twice"),

    // Routes and rules.
    OLD_FORM(400, NOTE, Verdict.NONE, "something is used by its old name"),
    REPEATED_OPTION(401, NOTE, Verdict.NONE, "an option is given twice in a line"),
    AFTER_LAST(402, WARN, Verdict.GENERAL, "options follow the last next hop"),
    NO_DESTINATION(403, WARN, Verdict.GENERAL, "a route has no destination"),
    NO_ACTION(404, WARN, Verdict.GENERAL, "a rule does not say what to do, or several things"),
    NO_PREFERENCE(405, WARN, Verdict.GENERAL, "a rule has no preference"),
    NOT_TRACKED(406, WARN, Verdict.GENERAL, "a route or rule cannot be watched as it is"),

    // Servers and checks.
    NO_REAL_SERVER(510, WARN, Verdict.GENERAL, "a virtual server has no real server"),
    SERVER_FAMILY(511, WARN, Verdict.GENERAL, "a server is not of the family of its service"),
    DUPLICATE_SERVER(512, WARN, Verdict.GENERAL, "a real server is configured twice"),
    SERVICE_SETTING(513, WARN, Verdict.GENERAL, "a setting does not go together with the virtual server"),
    SERVICE_DEFAULT(514, WARN, Verdict.GENERAL, "a virtual server leaves open what should be said"),
    SERVICE_QUORUM(515, WARN, Verdict.GENERAL, "quorum and hysteresis do not fit the weights"),
    SERVER_PORT(516, WARN, Verdict.GENERAL, "a server has another port than its service"),
    NO_GROUP(517, WARN, Verdict.NONE, "a virtual server names a group that does not exist"),
    GROUP_FAMILY(518, WARN, Verdict.NONE, "the families of a group and of a virtual server do not fit"),
    SORRY_SERVER(519, WARN, Verdict.GENERAL, "a sorry server is a real server, too"),
    CHECK_LEFT_OUT(520, WARN, Verdict.GENERAL, "a check cannot be made"),
    CHECK_SETTING(521, WARN, Verdict.GENERAL, "a setting of a check makes no sense"),
    BAD_REGEX(522, WARN, Verdict.NONE, "a regular expression cannot be used"),
    OLD_STYLE(523, NOTE, Verdict.NONE, "there is a better way to write something"),
    GROUP_LEFT_OUT(524, WARN, Verdict.GENERAL, "a virtual_server_group is left out"),

    // BFD.
    BFD_LEFT_OUT(700, WARN, Verdict.GENERAL, "a BFD session is left out"),
    BFD_HOPS(701, WARN, Verdict.GENERAL, "max_hops is more than the ttl"),
    BFD_SLOW(702, NOTE, Verdict.NONE, "a BFD session is slow");

    private static final String PREFIX = "HF";

    private final int number;
    private final Severity severity;
    private final Verdict verdict;
    private final String title;

    Problem(int number, Severity severity, Verdict verdict, String title) {
        this.number = number;
        this.severity = severity;
        this.verdict = verdict;
        this.title = title;
    }

    /// The stable code, `HF` and four digits.
    public String code() {
        return PREFIX + Integer.toString(10_000 + number).substring(1);
    }

    /// The one with this code, however it is remembered: `HF0103`, `[HF0103]`, `hf103`, `103`.
    public static Optional<Problem> ofCode(String code) {
        String bare = code.startsWith("[") && code.endsWith("]") ? code.substring(1, code.length() - 1) : code;
        boolean prefixed = bare.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
        String digits = prefixed ? bare.substring(PREFIX.length()) : bare;
        for (Problem problem : values()) {
            if (problem.code().substring(PREFIX.length()).equals(digits)
                    || Integer.toString(problem.number).equals(digits)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    public Severity severity() {
        return severity;
    }

    public Verdict verdict() {
        return verdict;
    }

    /// What it is, in a few words.
    public String title() {
        return title;
    }
}
