package io.holdfast.checkers;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;
import java.util.List;
import java.util.Optional;

/// `UDP_CHECK` (2.6): the server takes a datagram, and perhaps answers.
///
/// @param payload      what is sent; empty for a text of our own
/// @param requireReply whether silence is a failure
/// @param reply        how an answer begins; empty for anyhow
/// @param shortest     least length of an answer, 0 to 65535
/// @param longest      greatest length of an answer, 0 to 65535
public record UdpCheck(ConnectionSpec connection, CheckTiming timing, HexPattern payload, boolean requireReply,
        HexPattern reply, int shortest, int longest) implements TimedCheck {
    private static final String KEYWORD = "UDP_CHECK";
    private static final int USUAL_LONGEST = 255;
    private static final Block BLOCK = Block.joined(KEYWORD,
            List.of(ConnectionKeywords.BLOCK, TimingKeywords.BLOCK));
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Value<Integer> LENGTH = Values.integer(0, 65_535);
    private static final Keyword<HexPattern> PAYLOAD = NOT_YET.laxPhrase("payload", new HexPhrase(false),
            "Bytes to send.");
    private static final Keyword<HexPattern> REQUIRE_REPLY = NOT_YET.optionalPhrase("require_reply",
            new HexPhrase(true), HexPattern.EMPTY, "There has to be an answer, which begins with these bytes.");
    private static final Keyword<Integer> MIN_REPLY_LENGTH = NOT_YET.value("min_reply_length", LENGTH,
            "Least length of an answer.");
    private static final Keyword<Integer> MAX_REPLY_LENGTH = NOT_YET.value("max_reply_length", LENGTH,
            "Greatest length of an answer.", "stays at its default, 255");

    @Override
    public String kind() {
        return KEYWORD;
    }

    static final class Kind extends CheckKind {
        Kind() {
            super(KEYWORD, "The server takes a UDP datagram.");
        }

        @Override
        public Block block() {
            return BLOCK;
        }

        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            Optional<ConnectionSpec> connection = ConnectionKeywords.spec(draft, context);
            if (connection.isEmpty()) {
                return List.of();
            }
            int shortest = draft.value(MIN_REPLY_LENGTH, 0);
            int longest = draft.value(MAX_REPLY_LENGTH, USUAL_LONGEST);
            if (shortest > longest) {
                Entry<Integer> either = draft.last(MIN_REPLY_LENGTH).orElseThrow();
                context.report().add(Problem.CHECK_SETTING, either.place(),
                        "min_reply_length is above max_reply_length, " + longest)
                        .so("no answer can be of a length between them").done();
            }
            return List.of(new UdpCheck(connection.get(), TimingKeywords.timing(draft, context),
                    draft.value(PAYLOAD, HexPattern.EMPTY), draft.has(REQUIRE_REPLY),
                    draft.value(REQUIRE_REPLY, HexPattern.EMPTY), shortest, longest));
        }
    }
}
