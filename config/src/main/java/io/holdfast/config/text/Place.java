package io.holdfast.config.text;

/// Where a word stands, in few bytes: half a million words may have to remember it.
///
/// @param record offset of the piece's record in the snapshot
/// @param column byte from 0, in the physical line if the piece stands there as it is, otherwise in the piece
/// @param length bytes
public record Place(int record, int column, int length) {}
