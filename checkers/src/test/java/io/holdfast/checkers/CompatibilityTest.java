package io.holdfast.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.holdfast.config.RootKeywords;
import io.holdfast.config.lvs.LvsRoot;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final Block ROOT = RootKeywords.with(new LvsRoot(() -> CheckKinds.ALL));

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
            theirs.add(row[0].replace("encap ", "encap/")); // a kind of encapsulation is a keyword in its block
        }
        List<String> ours = new ArrayList<>();
        for (Map.Entry<String, Block> block : blocks().entrySet()) {
            for (Keyword<?> keyword : block.getValue().keywords()) {
                if (!keyword.name().equals(Rows.LEAD) && !theirs.contains(block.getKey() + "/" + keyword.name())) {
                    ours.add(keyword.name());
                }
            }
        }
        assertEquals(List.of("auto_realtime", "control_socket"), ours);
    }

    /// Every block there is, by its name in the specification.
    private static Map<String, Block> blocks() {
        Map<String, Block> blocks = new LinkedHashMap<>();
        collect("(root)", ROOT, blocks);
        return blocks;
    }

    private static void collect(String path, Block block, Map<String, Block> blocks) {
        if (blocks.putIfAbsent(path, block) != null) {
            return;
        }
        for (Keyword<?> keyword : block.keywords()) {
            Optional<Block> inner = inner(keyword);
            if (inner.isPresent()) {
                collect(path(path, keyword.name()), inner.get(), blocks);
            }
        }
    }

    private static Optional<Block> inner(Keyword<?> keyword) {
        return switch (keyword.syntax()) {
            case Syntax.Nested(var table) -> Optional.of(table.block());
            case Syntax.Entries(var table) -> Optional.of(table.block());
            case Syntax.Part part -> Optional.of(part.table().block());
            default -> Optional.empty();
        };
    }

    /// What addresses, routes, rules and trackers have behind them is listed once, wherever they stand.
    private static String path(String outer, String keyword) {
        if (keyword.startsWith("virtual_ipaddress") || keyword.equals("static_ipaddress")) {
            return "(address entry)";
        }
        if (keyword.endsWith("_routes") || keyword.endsWith("_rules")) {
            return keyword.endsWith("_rules") ? "(rule entry)" : "(route entry)";
        }
        if (keyword.equals("encap")) {
            return "(route entry)/encap";
        }
        if (outer.endsWith("/encap")) {
            return outer + " " + keyword;
        }
        return outer.equals("(root)") ? keyword
                : (keyword.startsWith("track_") ? "vrrp_instance" : outer) + "/" + keyword;
    }

    /// The manual is made of these sentences.
    @Test
    void everyTypedKeywordIsExplained() {
        blocks().forEach((path, block) -> {
            for (Keyword<?> keyword : block.keywords()) {
                assertFalse(keyword.isTyped() && !keyword.doc().endsWith("."), () -> path + "/" + keyword.name());
            }
        });
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
        if (block.equals("(any)") || block.equals("(lexical)")) {
            return new Row(block, keyword, "effective", ""); // by the reader, to which nothing is a keyword
        }
        if (block.equals("(address entry)")) {
            return row(block, keyword, Objects.requireNonNull(blocks().get(block)).find(keyword));
        }
        String path = block.replace("(root)", "").replace("(route entry)", "static_routes")
                .replace("(rule entry)", "static_rules").replace("/encap ", "/encap/");
        boolean isWord = path.endsWith("/mpls") || path.endsWith("/ila"); // what stands behind that keyword
        int slash = path.lastIndexOf('/');
        Row row = row(block, isWord ? path.substring(slash + 1) : keyword, ROOT,
                isWord ? path.substring(0, slash) : path);
        return new Row(block, keyword, row.status(), row.note());
    }

    /// Follows the path of blocks down from the top; below a block that has no effect, that holds for all in it.
    private static Row row(String path, String keyword, Block in, String rest) {
        if (rest.isEmpty()) {
            return row(path, keyword, in.find(keyword).or(() -> in.others().filter(o -> o.name().equals(keyword))));
        }
        int slash = rest.indexOf('/');
        Optional<Keyword<?>> block = in.find(slash < 0 ? rest : rest.substring(0, slash));
        Optional<Block> inner = block.isEmpty() ? Optional.empty() : inner(block.get());
        if (inner.isPresent()) {
            Row row = row(path, keyword, inner.get(), slash < 0 ? "" : rest.substring(slash + 1));
            return block.get().effect() == Effect.EFFECTIVE ? row : new Row(path, keyword,
                    row.status().equals("unknown") ? "unknown" : row(path, keyword, block).status(),
                    "checked, with its block");
        }
        Row outer = row(path, keyword, block);
        return new Row(path, keyword, outer.status(), "with its block");
    }

    private static Row row(String path, String name, Optional<Keyword<?>> keyword) {
        if (keyword.isEmpty()) {
            return new Row(path, name, "unknown", "");
        }
        boolean effective = keyword.get().effect() == Effect.EFFECTIVE;
        String meanwhile = keyword.get().meanwhile();
        boolean checked = keyword.get().isTyped() && meanwhile.isEmpty();
        return new Row(path, name, switch (keyword.get().effect()) {
            case EFFECTIVE -> "effective";
            case ACCEPTED -> "accepted";
            case REFUSED -> "refused";
        }, effective ? "" : checked ? "checked" : meanwhile);
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
