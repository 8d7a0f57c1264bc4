package io.holdfast.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "5|5", "-3|-3", "+4|4", "\"  7\n\"|7", "12abc|12", "12 13|12", "0x1F|31", "0Xff|255", "-0x10|-16",
            "010|8", "08|0", "0x|0", "0xg|0", "0|0", "abc|0", "\"\"|0", "-|0", "--1|0", "- 1|0",
            "2147483647|2147483647", "-2147483648|-2147483648", "0x7fffffff|2147483647", "00000000000000000000001|1"})
    void readsWhatCReads(String content, int number) {
        assertThat(read(content)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "99999999999999999999999999", "0x80000000", "040000000000"})
    void whatDoesNotFitIsNoNumberAtAll(String content) {
        assertThat(read(content)).isEmpty();
    }

    @Property
    void everyNumberIsReadInEveryNotation(@ForAll int number, @ForAll @StringLength(max = 5) String after) {
        String sign = number < 0 ? "-" : "";
        long magnitude = Math.abs((long) number);
        assertThat(read(number + " " + after)).hasValue(number);
        assertThat(read(sign + "0x" + Long.toHexString(magnitude))).hasValue(number);
        assertThat(read(sign + "0X" + Long.toHexString(magnitude).toUpperCase(Locale.ROOT))).hasValue(number);
        assertThat(read("\t" + sign + "0" + Long.toOctalString(magnitude) + "\n")).hasValue(number);
    }

    @Property
    void anyBytesAreReadOrPutAside(@ForAll @Size(max = FileNumber.LOOKED_AT) byte[] content) {
        OptionalInt number = FileNumber.read(content);
        boolean digits = false;
        for (byte b : content) {
            digits |= b >= '0' && b <= '9';
        }
        assertThat(digits || number.equals(OptionalInt.of(FileNumber.OF_NONE))).isTrue();
    }

    private static OptionalInt read(String content) {
        return FileNumber.read(content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
