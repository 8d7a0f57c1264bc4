package io.holdfast.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A scenario that runs with Holdfast and keepalived on either side, in every combination.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("lab")
@ParameterizedTest(name = "{0}")
@MethodSource("io.holdfast.lab.Pair#all")
@interface Peers {
}
