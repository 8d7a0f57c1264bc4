package io.holdfast.config.lvs;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.lvs.ServerGroupSpec.Entry;

/// The lines of `virtual_server_group`.
public final class GroupKeywords {
    public static final Block BLOCK = Block.headed("virtual_server_group");
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static final Keyword<String> NAME = NOT_YET.header(new NamePhrase("a name", Integer.MAX_VALUE),
            "What virtual servers call the group.");
    static final Keyword<Entry> IP = NOT_YET.others("IP", new GroupAddressPhrase(),
            "An address, a range or a network, and perhaps a port.");
    static final Keyword<Entry> FWMARK = NOT_YET.phrase("fwmark", new GroupMarkPhrase(),
            "A firewall mark and perhaps its family.");

    private GroupKeywords() {}
}
