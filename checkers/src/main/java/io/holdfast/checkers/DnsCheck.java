package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Choice;
import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `DNS_CHECK` (2.5): the server answers a question without an error.
///
/// @param type what is asked for
/// @param name whom it is asked about, without the dot at its end; empty for the root
public record DnsCheck(ConnectionSpec connection, CheckTiming timing, RecordType type, String name)
        implements TimedCheck {
    private static final String KEYWORD = "DNS_CHECK";
    private static final long USUAL_RETRY = 3;
    private static final Block BLOCK = Block.joined(KEYWORD,
            List.of(ConnectionKeywords.BLOCK, TimingKeywords.BLOCK));
    private static final Keyword<RecordType> TYPE = BLOCK.rows(Effect.ACCEPTED).value("type", new TypeValue(),
            "Type of the records asked for.", "stays at its default, SOA");
    private static final Keyword<String> NAME = BLOCK.rows(Effect.ACCEPTED, Repetition.FIRST_KEPT).value("name",
            new DomainValue(), "Name asked about.", "stays at its default, the root");

    @Override
    public String kind() {
        return KEYWORD;
    }

    /// The record types of RFC 1035 section 3.2.2, RFC 3596 and RFC 4034 that can be asked for.
    public enum RecordType {
        A, NS, CNAME, SOA, MX, TXT, AAAA, RRSIG, DNSKEY
    }

    static final class Kind extends CheckKind {
        Kind() {
            super(KEYWORD, "The server answers a DNS query.");
        }

        @Override
        public Block block() {
            return BLOCK;
        }

        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            Optional<ConnectionSpec> connection = ConnectionKeywords.spec(draft, context);
            CheckTiming timing = TimingKeywords.timing(draft, context, USUAL_RETRY,
                    TimingKeywords.delayLoop(draft, context));
            return connection.isEmpty() ? List.of()
                    : List.of(new DnsCheck(connection.get(), timing, draft.value(TYPE, RecordType.SOA),
                            draft.value(NAME, "")));
        }
    }

    private record TypeValue() implements Value<RecordType> {
        private static final Choice<RecordType> UPPER = new Choice<>(names(), List.of(RecordType.values()));

        @Override
        public String expects() {
            return UPPER.expects();
        }

        @Override
        public Outcome<RecordType> read(String text) {
            return UPPER.read(text.toUpperCase(Locale.ROOT));
        }

        private static List<String> names() {
            List<String> names = new ArrayList<>();
            for (RecordType type : RecordType.values()) {
                names.add(type.name());
            }
            return names;
        }
    }

    /// A domain name as RFC 1035 section 2.3.4 limits it.
    private record DomainValue() implements Value<String> {
        private static final int LONGEST_LABEL = 63;
        private static final int LONGEST_NAME = 253;

        @Override
        public String expects() {
            return "a domain name, each label of 1 to 63 characters";
        }

        @Override
        public Outcome<String> read(String text) {
            String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            if (name.isEmpty()) {
                return text.isEmpty() ? Outcome.wrong() : Outcome.of("");
            }
            int from = 0;
            while (from <= name.length()) {
                int dot = name.indexOf('.', from);
                int to = dot < 0 ? name.length() : dot;
                if (to == from || to - from > LONGEST_LABEL) {
                    return Outcome.wrong();
                }
                from = to + 1;
            }
            return name.length() > LONGEST_NAME ? Outcome.wrong() : Outcome.of(name);
        }
    }
}
