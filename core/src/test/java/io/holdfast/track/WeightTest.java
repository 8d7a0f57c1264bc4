package io.holdfast.track;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of `vrrp.md` 6.1.
class WeightTest {

    @ParameterizedTest
    @CsvSource({"20,false,20,0", "-20,false,0,-20", "20,true,-20,0", "-20,true,0,20", "0,false,0,0"})
    void aContributionTogglesBetweenTwoValues(int amount, boolean reverse, int up, int down) {
        Weight weight = new Weight(amount, reverse);

        assertThat(weight.contribution(Condition.UP)).isEqualTo(up);
        assertThat(weight.contribution(Condition.DOWN)).isEqualTo(down);
        assertThat(weight.contribution(Condition.UNKNOWN)).isZero();
    }

    @Test
    void withoutAWeightFailureIsAFault() {
        assertThat(Weight.FAULT.isFault(Condition.DOWN)).isTrue();
        assertThat(Weight.FAULT.isFault(Condition.UP)).isFalse();
        assertThat(Weight.FAULT.isFault(Condition.UNKNOWN)).isFalse();
        assertThat(new Weight(0, true).isFault(Condition.UP)).isTrue();
        assertThat(new Weight(0, true).isFault(Condition.DOWN)).isFalse();
        assertThat(new Weight(1, false).isFault(Condition.DOWN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10,1,false,10", "400,1,false,253", "10,-3,false,-30", "10,2,true,-20", "2147483647,254,false,253"})
    void theNumberInAFileIsMultiplied(int number, int amount, boolean reverse, int contribution) {
        assertThat(new Weight(amount, reverse).contributionOf(number)).isEqualTo(contribution);
    }

    @ParameterizedTest
    @CsvSource({"-300,1,false,true", "-254,1,false,true", "-253,1,false,false", "300,1,true,true", "1,0,false,true",
            "0,0,false,false", "0,0,true,true", "1,0,true,false", "-2147483648,254,false,true"})
    void aFileCanMeanAFault(int number, int amount, boolean reverse, boolean fault) {
        assertThat(new Weight(amount, reverse).isFaultAt(number)).isEqualTo(fault);
    }

    @Property
    void noFileAddsMoreThanAPriorityHolds(@ForAll int number, @ForAll @IntRange(min = -254, max = 254) int amount,
            @ForAll boolean reverse) {
        assertThat(new Weight(amount, reverse).contributionOf(number)).isBetween(-254, 253);
    }
}
