package io.holdfast.lab;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way to speak VRRP, with every implementation on either side, through all that a pair of nodes goes through.
@Tag("lab")
class MatrixLabTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.holdfast.lab.Matrix#cells")
    void item_1_1_failsOverAndBackAndHeals(Matrix matrix) {
        try (Cell cell = Cell.open(matrix.first(), matrix.second())) {
            Drill drill = new Drill(cell, matrix);
            drill.crash();
            drill.comeBack();
            drill.partAndHeal();
            drill.stop();
        }
    }
}
