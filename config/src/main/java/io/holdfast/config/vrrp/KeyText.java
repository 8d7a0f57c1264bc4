package io.holdfast.config.vrrp;

import io.holdfast.config.finding.Secrets;

/// A key as it is written: its bytes, or the file that holds them. Never prints them.
///
/// @param text   one character per byte
/// @param isPath whether the text names a file
record KeyText(String text, boolean isPath) {
    @Override
    public String toString() {
        return isPath ? text : Secrets.MASK;
    }
}
