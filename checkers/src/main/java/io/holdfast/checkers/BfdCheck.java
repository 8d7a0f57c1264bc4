package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.config.value.Values;
import io.holdfast.health.CheckSpec;
import java.util.List;
import java.util.Optional;

/// `BFD_CHECK` (2.9): the server is as alive as a BFD session.
///
/// @param session name of a `bfd_instance`
public record BfdCheck(String session, boolean alpha) implements CheckSpec {
    private static final String KEYWORD = "BFD_CHECK";
    private static final Block BLOCK = Block.plain(KEYWORD);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Keyword<String> NAME = NOT_YET.lax("name",
            new NamePhrase("the name of a bfd_instance", Integer.MAX_VALUE), "Which session decides.");
    private static final Keyword<Boolean> ALPHA = NOT_YET.optional("alpha", Values.BOOL, true, "Start as failed.");

    @Override
    public String kind() {
        return KEYWORD;
    }

    static final class Kind extends CheckKind {
        Kind() {
            super(KEYWORD, "A BFD session is up.");
        }

        @Override
        public Block block() {
            return BLOCK;
        }

        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            Optional<Entry<String>> name = draft.last(NAME);
            if (name.isEmpty()) {
                context.leaveOut(draft, "name");
                return List.of();
            }
            String session = name.get().value();
            if (!context.references().hasBfd(session, name.get().place())) {
                context.leaveOut(draft, name.get().place(),
                        "there is no bfd_instance " + session + " for checks above");
                return List.of();
            }
            if (!context.addSession(session)) {
                context.leaveOut(draft, name.get().place(), "the session " + session + " is checked already");
                return List.of();
            }
            return List.of(new BfdCheck(session, draft.value(ALPHA, context.defaults().alpha())));
        }
    }
}
