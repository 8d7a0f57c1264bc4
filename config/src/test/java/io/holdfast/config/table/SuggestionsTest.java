package io.holdfast.config.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.holdfast.config.RootKeywords;
import io.holdfast.config.vrrp.AddressKeywords;
import io.holdfast.config.vrrp.InstanceKeywords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    @ParameterizedTest
    @CsvSource({"interfce, did you mean interface?", "virtual-ipaddress, did you mean virtual_ipaddress?",
            "Priority, did you mean priority?", "advert_interval, did you mean advert_int?", "xyzzy, ''",
            "prioirty, did you mean priority?",
            "vrrp_instance, 'vrrp_instance belongs at the top level; is a } missing before this line?'",
            "router_id, router_id belongs in global_defs", "auth_pass, auth_pass belongs in authentication",
            "unicast_ip, did you mean unicast_src_ip?",
            "state=MASTER, 'write state and its value with a blank between them, not ='",
            "priority:, 'write priority without the :'",
            "dev, dev belongs in an address entry or in a route entry or in a rule entry", "foo=bar, ''"})
    void unknownKeywordsOfAnInstance(String word, String hint) {
        assertEquals(hint, Suggestions.keyword(RootKeywords.BLOCK, InstanceKeywords.BLOCK, word));
    }

    @ParameterizedTest
    @CsvSource({"interface, interface belongs in garp_group or in vrrp_instance; is there a } too many above?",
            "VRRP_Instance, did you mean vrrp_instance?",
            "router_id, router_id belongs in global_defs; is there a } too many above?",
            "interface:, interface belongs in garp_group or in vrrp_instance"})
    void unknownKeywordsOfTheTopLevel(String word, String hint) {
        assertThat(Suggestions.keyword(RootKeywords.BLOCK, RootKeywords.BLOCK, word)).endsWith(hint);
    }

    @ParameterizedTest
    @CsvSource({"device, did you mean dev?",
            "netmask, 'write the mask as a prefix length directly behind the address, as in 192.0.2.1/24'",
            "255.255.252.0, write the mask as /22 directly behind the address",
            "192.0.2.9, 192.0.2.9 needs a line of its own",
            "/24, 'write it directly behind the address, without a blank'"})
    void unknownOptionsOfAnAddress(String word, String hint) {
        assertEquals(hint, Suggestions.option(AddressKeywords.BLOCK, word));
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "ab, ba, 1", "'', abc, 3", "same, same, 0"})
    void editDistance(String one, String other, int distance) {
        assertEquals(distance, Suggestions.distance(one, other, 9));
    }
}
