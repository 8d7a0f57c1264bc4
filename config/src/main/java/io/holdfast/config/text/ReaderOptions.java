package io.holdfast.config.text;

/// What the reader has to be told.
///
/// @param configId    what `@ID` lines are compared with: `-i`, by default the node name up to its first dot
/// @param allIncludes `-e`: every include has to succeed, whatever its spelling
public record ReaderOptions(String configId, boolean allIncludes) {
    public static ReaderOptions of(String configId) {
        return new ReaderOptions(configId, false);
    }
}
