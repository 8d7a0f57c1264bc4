package io.holdfast.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NetlinkBuffersTest {

    @Test
    void sameIsWhatIsEqual() {
        List<NetlinkBuffers> different = List.of(NetlinkBuffers.DEFAULT,
                new NetlinkBuffers(OptionalInt.of(1), false, OptionalInt.empty()),
                new NetlinkBuffers(OptionalInt.empty(), true, OptionalInt.empty()),
                new NetlinkBuffers(OptionalInt.empty(), false, OptionalInt.of(1)));
        for (NetlinkBuffers one : different) {
            for (NetlinkBuffers other : different) {
                assertThat(one.isSame(other)).isEqualTo(one.equals(other));
            }
        }
        NetlinkBuffers again = new NetlinkBuffers(OptionalInt.empty(), false, OptionalInt.empty());
        assertThat(again.isSame(NetlinkBuffers.DEFAULT)).isTrue();
    }
}
