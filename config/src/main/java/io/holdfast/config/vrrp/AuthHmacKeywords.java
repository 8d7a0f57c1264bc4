package io.holdfast.config.vrrp;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Values;
import io.holdfast.vrrp.Authentication.Hmac.Mode;
import java.util.List;

/// The keywords of `auth_hmac` in an instance.
public final class AuthHmacKeywords {
    public static final Block BLOCK = Block.secret("auth_hmac");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final int HIGHEST_ID = 255;

    static final Keyword<Syntax.Pair<Integer, KeyText>> KEY = DOES.two("key", new KeyId(), new KeyValue(),
            "Id and key; signatures made with any of the keys are accepted.");
    static final Keyword<Integer> ACTIVE_KEY = DOES.value("active_key", Values.integer(1, HIGHEST_ID),
            "Id of the key to sign with.");
    static final Keyword<Integer> TIME_WINDOW = DOES.value("time_window", Values.integer(1, 300),
            "Seconds that the clocks of the routers may differ.");
    static final Keyword<Boolean> ANTI_REPLAY = DOES.value("anti_replay",
            new Choice<>(List.of("time", "monotonic"), List.of(false, true)),
            "Whether clocks are compared, or sequence numbers alone.");
    static final Keyword<Mode> MODE = DOES.value("mode",
            new Choice<>(List.of("enforce", "permissive", "receive-only"), List.of(Mode.values())),
            "Whether to sign, and whether to accept what is not signed.");

    private AuthHmacKeywords() {}

    /// The word where it should stand may be the key itself, so it is not shown.
    private record KeyId() implements Value<Integer> {
        @Override
        public String expects() {
            return "the id of a key, " + Values.integer(1, HIGHEST_ID).expects();
        }

        @Override
        public Outcome<Integer> read(String text) {
            return Values.integer(1, HIGHEST_ID).read(text);
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }
}
