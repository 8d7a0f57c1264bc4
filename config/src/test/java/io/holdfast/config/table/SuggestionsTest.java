package io.holdfast.config.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.holdfast.config.RootKeywords;
import io.holdfast.config.vrrp.InstanceKeywords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    @ParameterizedTest
    @CsvSource({"interfce, did you mean interface?", "virtual-ipaddress, did you mean virtual_ipaddress?",
            "Priority, did you mean priority?", "advert_interval, did you mean advert_int?", "xyzzy, ''",
            "prioirty, did you mean priority?",
            "vrrp_instance, 'vrrp_instance belongs at the top level; is a } missing before this line?'",
            "router_id, router_id belongs in global_defs", "auth_pass, auth_pass belongs in authentication"})
    void unknownKeywordsOfAnInstance(String word, String hint) {
        assertEquals(hint, Suggestions.keyword(RootKeywords.BLOCK, InstanceKeywords.BLOCK, word));
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "ab, ba, 1", "'', abc, 3", "same, same, 0"})
    void editDistance(String one, String other, int distance) {
        assertEquals(distance, Suggestions.distance(one, other, 9));
    }
}
