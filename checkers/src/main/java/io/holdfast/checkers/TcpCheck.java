package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;
import java.util.List;
import java.util.Optional;

/// `TCP_CHECK` (2.2): the server is alive if it accepts a connection in time.
public record TcpCheck(ConnectionSpec connection, CheckTiming timing) implements TimedCheck {
    private static final String KEYWORD = "TCP_CHECK";
    private static final Block BLOCK = Block.joined(KEYWORD,
            List.of(ConnectionKeywords.BLOCK, TimingKeywords.BLOCK));

    @Override
    public String kind() {
        return KEYWORD;
    }

    static final class Kind extends CheckKind {
        Kind() {
            super(KEYWORD, "The server accepts a TCP connection.");
        }

        @Override
        public Block block() {
            return BLOCK;
        }

        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            Optional<ConnectionSpec> connection = ConnectionKeywords.spec(draft, context);
            return connection.isEmpty() ? List.of()
                    : List.of(new TcpCheck(connection.get(), TimingKeywords.timing(draft, context)));
        }
    }
}
