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
import io.holdfast.config.table.Syntax;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `SMTP_CHECK` (2.4): the server greets, takes HELO and says goodbye.
///
/// @param heloName what the check calls itself
public record SmtpCheck(ConnectionSpec connection, CheckTiming timing, String heloName) implements TimedCheck {
    private static final String KEYWORD = "SMTP_CHECK";
    private static final String USUAL_NAME = "smtpchecker.keepalived.org";
    private static final Block BLOCK = Block.joined(KEYWORD,
            List.of(ConnectionKeywords.BLOCK, TimingKeywords.BLOCK));
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Keyword<String> HELO_NAME = NOT_YET.lax("helo_name",
            new NamePhrase("a host name", Integer.MAX_VALUE), "What the check calls itself.");
    private static final Keyword<Draft> HOST = NOT_YET.block("host", new HostTable(
            Block.joined("host", List.of(ConnectionKeywords.BLOCK, TimingKeywords.BLOCK))),
            "One more server to check in the same way.");

    @Override
    public String kind() {
        return KEYWORD;
    }

    private record HostTable(Block block) implements Syntax.BlockTable {}

    static final class Kind extends CheckKind {
        Kind() {
            super(KEYWORD, "The server speaks SMTP.");
        }

        @Override
        public Block block() {
            return BLOCK;
        }

        /// One for each `host`. The check itself is one more only if it says where to connect, as in old files it is
        /// the frame of its hosts.
        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            String name = draft.value(HELO_NAME, USUAL_NAME);
            CheckTiming timing = TimingKeywords.timing(draft, context);
            List<Entry<Draft>> hosts = draft.all(HOST);
            List<CheckSpec> checks = new ArrayList<>();
            if (hosts.isEmpty() || ConnectionKeywords.areIn(draft)) {
                add(ConnectionKeywords.spec(draft, context), timing, name, checks);
            }
            Duration timeout = draft.value(ConnectionKeywords.CONNECT_TIMEOUT, context.defaults().connectTimeout());
            for (Entry<Draft> host : hosts) {
                context.report().add(Problem.OLD_STYLE, host.place(), "a host in SMTP_CHECK is an old way to say it")
                        .so("it is checked by itself").hinting("write one SMTP_CHECK for each host").done();
                add(ConnectionKeywords.spec(host.value(), context, timeout),
                        TimingKeywords.timing(host.value(), timing), name, checks);
            }
            return checks;
        }

        private static void add(Optional<ConnectionSpec> connection, CheckTiming timing, String name,
                List<CheckSpec> checks) {
            if (connection.isPresent()) {
                checks.add(new SmtpCheck(connection.get(), timing, name));
            }
        }
    }
}
