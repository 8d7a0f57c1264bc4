package io.holdfast.checkers;

import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;

/// A check that runs by the clock.
interface TimedCheck extends CheckSpec {
    CheckTiming timing();

    @Override
    default boolean alpha() {
        return timing().alpha();
    }
}
