package io.holdfast.config.track;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.track.FileSpec;
import io.holdfast.track.Weight;

/// The keywords of `track_file` and `vrrp_track_file`.
final class FileKeywords {
    static final Block BLOCK = Block.nickNamed("track_file");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<String> FILE = DOES.keepingFirst().lax("file", Values.PATH, "File that holds a number.");
    static final Keyword<Weight> WEIGHT = DOES.keepingFirst().laxPhrase("weight",
            new WeightPhrase(new WeightValue(254, WeightValue.Beyond.REFUSED)), "What the number is multiplied by.");
    static final Keyword<FileSpec.Init> INIT_FILE = DOES.optionalPhrase("init_file", new InitFilePhrase(),
            new FileSpec.Init(0, false), "What is written to the file at the start if it is not there.");

    private FileKeywords() {}
}
