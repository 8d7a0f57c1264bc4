package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;
import java.util.List;
import java.util.Optional;

/// `PING_CHECK` (2.7): the server answers an echo request. Of its connection, target and timeout alone act.
public record PingCheck(ConnectionSpec connection, CheckTiming timing) implements TimedCheck {
    private static final String KEYWORD = "PING_CHECK";
    private static final Block BLOCK = Block.joined(KEYWORD,
            List.of(ConnectionKeywords.BLOCK, TimingKeywords.BLOCK));

    @Override
    public String kind() {
        return KEYWORD;
    }

    static final class Kind extends CheckKind {
        Kind() {
            super(KEYWORD, "The server answers a ping.");
        }

        @Override
        public Block block() {
            return BLOCK;
        }

        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            Optional<ConnectionSpec> connection = ConnectionKeywords.spec(draft, context);
            return connection.isEmpty() ? List.of()
                    : List.of(new PingCheck(connection.get(), TimingKeywords.timing(draft, context)));
        }
    }
}
