package io.holdfast.config.lvs;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.lvs.TlsSpec.Passphrase;

/// The keywords of `SSL`.
public final class SslKeywords {
    public static final Block BLOCK = Block.secret("SSL");
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED, Repetition.REPLACES);
    private static final NamePhrase FILE = new NamePhrase("the name of a file", Integer.MAX_VALUE);

    static final Keyword<Passphrase> PASSWORD = NOT_YET.lax("password", new PassphraseValue(),
            "What the key is locked with.");
    static final Keyword<String> CA = NOT_YET.lax("ca", FILE, "File of the certificates that are trusted.");
    static final Keyword<String> CERTIFICATE = NOT_YET.lax("certificate", FILE, "File of the client's certificate.");
    static final Keyword<String> KEY = NOT_YET.lax("key", FILE, "File of the key to that.");

    private SslKeywords() {}

    private record PassphraseValue() implements Value<Passphrase> {
        @Override
        public String expects() {
            return "a passphrase";
        }

        @Override
        public Outcome<Passphrase> read(String text) {
            return Outcome.of(new Passphrase(text));
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }
}
