package io.holdfast.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.route.RouteKeywords;
import io.holdfast.config.route.RuleKeywords;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import io.holdfast.config.vrrp.AddressKeywords;
import io.holdfast.config.vrrp.AuthHmacKeywords;
import io.holdfast.config.vrrp.AuthenticationKeywords;
import io.holdfast.config.vrrp.InstanceKeywords;
import io.holdfast.config.vrrp.PeerKeywords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// `docs/compatibility.md` says of every keyword of `docs/spec/keywords.tsv` what becomes of it, as the keyword tables
/// have it. `-Dupdate.expected=true` writes it anew.
class CompatibilityTest {
    private static final Path KEYWORDS = Path.of("../docs/spec/keywords.tsv");
    private static final Path DOCUMENT = Path.of("../docs/compatibility.md");
    private static final String BEGIN = "<!-- generated from the keyword tables: CompatibilityTest -->\n";
    private static final String END = "<!-- end of what is generated -->\n";
    private static final String FRAME = """
            # Compatibility with keepalived

            What becomes of each keyword that keepalived 2.4.3 knows. *Effective*: it does what it does there.
            *Accepted*: it is parsed, said once to have no effect yet, and otherwise ignored. *Refused*: ignoring it
            would run something else than was asked for, so that a configuration with it does not start.

            """;

    private record Row(String block, String keyword, String status, String note) {}

    @Test
    void theDocumentIsWhatTheTablesSay() throws IOException {
        String text = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : FRAME + BEGIN + END;
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String actual = text.substring(0, begin) + table(rows()) + text.substring(end);
        if (Boolean.getBoolean("update.expected")) {
            Files.writeString(DOCUMENT, actual);
        }
        assertEquals(Files.readString(DOCUMENT), actual);
    }

    @Test
    void noKeywordOfKeepalivedIsUnknown() throws IOException {
        assertEquals(List.of(), rows().stream().filter(row -> row.status().equals("unknown")).toList());
    }

    /// A keyword that is in a table by mistake would be taken for keepalived's.
    @Test
    void keywordsOfOurOwnAreFewAndKnown() throws IOException {
        Set<String> theirs = new HashSet<>();
        for (String[] row : specification()) {
            theirs.add(row[0] + "/" + row[1]);
        }
        List<String> ours = new ArrayList<>();
        for (var block : Map.of("(root)", RootKeywords.BLOCK, "global_defs", GlobalKeywords.BLOCK, "vrrp_instance",
                InstanceKeywords.BLOCK, "vrrp_instance/authentication", AuthenticationKeywords.BLOCK,
                "vrrp_instance/auth_hmac", AuthHmacKeywords.BLOCK, "(address entry)", AddressKeywords.BLOCK,
                "vrrp_instance/unicast_peer", PeerKeywords.BLOCK, "(route entry)", RouteKeywords.BLOCK, "(rule entry)",
                RuleKeywords.BLOCK).entrySet()) {
            for (Keyword<?> keyword : block.getValue().keywords()) {
                if (!keyword.name().equals(Rows.LEAD) && !theirs.contains(block.getKey() + "/" + keyword.name())) {
                    ours.add(keyword.name());
                }
            }
        }
        assertEquals(List.of("auto_realtime"), ours);
    }

    /// The manual is made of these sentences.
    @Test
    void everyEffectiveKeywordIsExplained() {
        for (Block block : List.of(RootKeywords.BLOCK, GlobalKeywords.BLOCK, InstanceKeywords.BLOCK,
                AuthenticationKeywords.BLOCK, AddressKeywords.BLOCK, PeerKeywords.BLOCK, RouteKeywords.BLOCK,
                RuleKeywords.BLOCK)) {
            for (Keyword<?> keyword : block.keywords()) {
                assertFalse(keyword.isTyped() && !keyword.doc().endsWith("."), keyword::name);
            }
        }
    }

    private static List<String[]> specification() throws IOException {
        return Files.readAllLines(KEYWORDS).stream().skip(1).map(line -> line.split("\t", -1)).toList();
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String[] columns : specification()) {
            rows.add(row(columns[0], columns[1]));
        }
        return rows;
    }

    private static Row row(String block, String keyword) {
        if (block.equals("(any)") || keyword.startsWith("@")) {
            return new Row(block, keyword, "effective", "");
        }
        if (block.equals("(lexical)")) {
            return new Row(block, keyword, "refused", "parameters, sequences and lists come later");
        }
        String path = block.replace("(root)", "").replace("(address entry)", "vrrp_instance/virtual_ipaddress")
                .replace("(route entry)", "static_routes").replace("(rule entry)", "static_rules");
        // A kind of header stands behind its keyword, and where it takes one word, the word is what the row is about.
        path = path.replace("/encap ", "/encap/");
        if (path.endsWith("/mpls") || path.endsWith("/ila")) {
            return row(block, keyword, RootKeywords.BLOCK, path.substring(0, path.lastIndexOf('/')),
                    path.substring(path.lastIndexOf('/') + 1));
        }
        return row(block, keyword, RootKeywords.BLOCK, path, keyword);
    }

    /// Follows the path of blocks down from the top; below a block without effect, nothing has an effect.
    private static Row row(String path, String keyword, Block in, String rest, String name) {
        if (rest.isEmpty()) {
            return row(path, keyword, in.find(name));
        }
        int slash = rest.indexOf('/');
        Optional<Keyword<?>> outer = in.find(slash < 0 ? rest : rest.substring(0, slash));
        Optional<Block> block = outer.isEmpty() ? Optional.empty() : inside(outer.get().syntax());
        if (block.isEmpty()) {
            return new Row(path, keyword, row(path, keyword, outer).status(), "with its block");
        }
        Row row = row(path, keyword, block.get(), slash < 0 ? "" : rest.substring(slash + 1), name);
        boolean effective = row.status().equals("effective") && outer.get().effect() == Effect.EFFECTIVE;
        return effective || !row.status().equals("effective") ? row
                : new Row(path, keyword, row(path, keyword, outer).status(), "checked");
    }

    private static Optional<Block> inside(Syntax<?> syntax) {
        return switch (syntax) {
            case Syntax.Nested(var table) -> Optional.of(table.block());
            case Syntax.Entries(var table) -> Optional.of(table.block());
            case Syntax.Part part -> Optional.of(part.table().block());
            default -> Optional.empty();
        };
    }

    private static Row row(String path, String name, Optional<Keyword<?>> keyword) {
        if (keyword.isEmpty()) {
            return new Row(path, name, "unknown", "");
        }
        boolean effective = keyword.get().effect() == Effect.EFFECTIVE;
        boolean typed = keyword.get().isTyped();
        return new Row(path, name, switch (keyword.get().effect()) {
            case EFFECTIVE -> "effective";
            case ACCEPTED -> "accepted";
            case REFUSED -> "refused";
        }, effective ? "" : typed ? "checked" : keyword.get().consequence());
    }

    private static String table(List<Row> rows) {
        StringBuilder text = new StringBuilder("\n");
        for (String status : List.of("effective", "accepted", "refused")) {
            text.append("* ").append(status).append(": ")
                    .append(rows.stream().filter(row -> row.status().equals(status)).count()).append('\n');
        }
        text.append("\n| Block | Keyword | Status | Remark |\n|---|---|---|---|\n");
        for (Row row : rows) {
            text.append("| ").append(row.block()).append(" | `").append(row.keyword().replace("|", "\\|"))
                    .append("` | ").append(row.status()).append(" | ").append(row.note()).append(" |\n");
        }
        return text.append('\n').toString();
    }
}
