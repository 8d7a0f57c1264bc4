package io.holdfast.checkers.differ;

import io.holdfast.checkers.CheckKinds;
import io.holdfast.config.RootKeywords;
import io.holdfast.config.lvs.LvsRoot;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Draws a configuration file from the keyword tables, so that a keyword is in the draw as soon as it has a row.
final class FileDraw {
    /// Names of blocks, told from all other words wherever they appear in a message.
    static final List<String> NAMES = List.of("N1", "N2", "N3", "N4");

    /// Not drawn, because nothing could be compared from there on, or because of what it does to the machine.
    static final Map<String, String> NEVER = Map.of(
            "auth_hmac", "2.2.7 does not know the block and reads its lines as those of the instance",
            "config_save_dir", "makes the directory, also in a test",
            "control_socket", "ours, unknown to keepalived as auto_realtime is, which is drawn",
            "track_bfd", "nothing reads bfd_instance yet, so that it names what is not there",
            "umask", "is applied by a test to what it writes");
    static final Block ROOT = RootKeywords.with(new LvsRoot(() -> CheckKinds.ALL));
    private static final String INSTANCE = "vrrp_instance";
    private static final int DEPTH = 5;
    /// What a block says nothing without: mostly there, so that other things are looked at.
    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("virtual_server", List.of("lvs_sched", "lvs_method", "protocol", "real_server")),
            Map.entry("vrrp_script", List.of("script")),
            Map.entry("vrrp_track_process", List.of("process")),
            Map.entry("track_file", List.of("file")),
            Map.entry("vrrp_track_file", List.of("file")),
            Map.entry("vrrp_sync_group", List.of("group")),
            Map.entry("bfd_instance", List.of("neighbor_ip")),
            Map.entry("HTTP_GET", List.of("url")),
            Map.entry("SSL_GET", List.of("url")),
            Map.entry("url", List.of("path", "status_code")),
            Map.entry("MISC_CHECK", List.of("misc_path")),
            Map.entry("FILE_CHECK", List.of("track_file")),
            Map.entry("BFD_CHECK", List.of("name")));

    private final Random random;
    private final WordPool pool = new WordPool();
    private final List<String> lines = new ArrayList<>();

    private FileDraw(Random random) {
        this.random = random;
    }

    static List<String> draw(Random random) {
        FileDraw draw = new FileDraw(random);
        draw.file();
        return draw.lines;
    }

    private void file() {
        if (random.nextInt(2) == 0) {
            find(ROOT, "global_defs").ifPresent(keyword -> statement(keyword, "", 0));
        }
        int blocks = 1 + random.nextInt(3);
        for (int i = 0; i < blocks; i++) {
            if (random.nextInt(5) > 0) {
                find(ROOT, INSTANCE).ifPresent(keyword -> statement(keyword, "", 0));
            } else {
                statement(any(ROOT), "", 0);
            }
        }
        for (String line : List.copyOf(lines)) {
            if (line.startsWith("virtual_server group N") && random.nextInt(4) > 0) {
                lines.addAll(List.of("virtual_server_group " + line.substring(21, 23) + " {", "    10.1.0.20 80", "}"));
            }
        }
    }

    static Optional<Keyword<?>> find(Block block, String keyword) {
        return block.find(keyword).filter(FileDraw::isDrawn);
    }

    static boolean isDrawn(Keyword<?> keyword) {
        return keyword.isTyped() && !keyword.name().equals(Rows.LEAD) && !NEVER.containsKey(keyword.name());
    }

    private Keyword<?> any(Block block) {
        List<Keyword<?>> rows = block.keywords().stream().filter(FileDraw::isDrawn).toList();
        return rows.get(random.nextInt(rows.size()));
    }

    private void statement(Keyword<?> keyword, String indent, int depth) {
        String line = indent + keyword.name();
        switch (keyword.syntax()) {
            case Syntax.Nested nested -> block(line, nested.table().block(), indent, depth);
            case Syntax.Entries entries -> list(line, indent, () -> entry(entries.table().block()));
            case Syntax.Names<?> names -> list(line, indent, () -> pool.word(names.value(), random));
            default -> lines.add(line + words(keyword.syntax()));
        }
    }

    /// What may stand behind a keyword in its line, with a blank before it.
    private String words(Syntax<?> syntax) {
        return switch (syntax) {
            case Syntax.One<?> one -> random.nextInt(one.bare().isPresent() ? 2 : 60) == 0 ? ""
                    : " " + pool.word(one.value(), random);
            case Syntax.Two<?, ?> two -> " " + pool.word(two.first(), random)
                    + (random.nextInt(two.usual().isPresent() ? 2 : 20) == 0 ? ""
                            : " " + pool.word(two.second(), random));
            case Syntax.Several<?> several -> words(several, Math.max(1, several.least()) + random.nextInt(2));
            case Syntax.Led<?, ?> led -> (random.nextInt(3) == 0 ? " " + pool.word(led.leader(), random) : "")
                    + (random.nextInt(30) == 0 ? "" : " " + pool.word(led.value(), random));
            case Syntax.Loose<?, ?> loose -> words(loose.words());
            case Syntax.Phrased<?> phrased -> random.nextInt(phrased.bare().isPresent() ? 3 : 40) == 0 ? ""
                    : " " + PhrasePool.words(phrased.phrase(), random);
            case Syntax.Entry entry -> " " + entry(entry.table().block());
            case Syntax.Part part -> " " + entry(part.table().block());
            default -> "";
        };
    }

    private String words(Syntax.Several<?> several, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(' ').append(pool.word(several.value(), random));
        }
        return words.toString();
    }

    private void block(String line, Block block, String indent, int depth) {
        open(switch (block.header()) {
            case NONE -> line;
            case LEAD -> line + words(block.find(Rows.LEAD).orElseThrow().syntax());
            case NAME, UNIQUE_NAME -> line + " " + WordPool.pick(NAMES, random);
        }, indent);
        String inner = indent + "    ";
        if (block.name().equals(INSTANCE)) {
            usual(block, inner);
        }
        for (String needed : NEEDED.getOrDefault(block.name(), List.of())) {
            if (random.nextInt(8) > 0) {
                find(block, needed).ifPresent(keyword -> statement(keyword, inner, depth + 1));
            }
        }
        int count = random.nextInt(block.keywords().size() < 8 ? 4 : 7);
        for (int i = 0; i < count && depth < DEPTH; i++) {
            if (block.others().isPresent() && random.nextInt(2) == 0) {
                lines.add(inner + words(block.others().get().syntax()).strip());
            } else {
                statement(any(block), inner, depth + 1);
            }
        }
        lines.add(indent + "}");
    }

    /// What an instance cannot do without: mostly there, so that other things are looked at.
    private void usual(Block block, String indent) {
        if (random.nextInt(25) > 0) {
            lines.add(indent + "interface " + (random.nextInt(15) == 0 ? pool.any(random) : "eth0"));
        }
        if (random.nextInt(25) > 0) {
            lines.add(indent + "virtual_router_id " + (51 + random.nextInt(8)));
        }
        if (random.nextInt(6) > 0) {
            list(indent + "virtual_ipaddress", indent, () -> entry(block.find("virtual_ipaddress").orElseThrow()));
        }
    }

    private String entry(Keyword<?> list) {
        return entry(((Syntax.Entries) list.syntax()).table().block());
    }

    private String entry(Block options) {
        StringBuilder line = new StringBuilder();
        for (Keyword<?> row : options.keywords()) {
            if (row.name().equals(Rows.LEAD)) {
                line.append(words(row.syntax()));
            } else if (isDrawn(row) && random.nextInt(options.keywords().size() > 12 ? 12 : 4) == 0) {
                line.append(' ').append(row.name()).append(words(row.syntax()));
            }
        }
        return line.isEmpty() ? pool.any(random) : line.toString().strip();
    }

    private void list(String line, String indent, java.util.function.Supplier<String> entry) {
        open(line, indent);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            lines.add(indent + "    " + entry.get());
        }
        lines.add(indent + "}");
    }

    private void open(String line, String indent) {
        if (random.nextInt(20) == 0) {
            lines.add(line);
            lines.add(indent + "{");
        } else {
            lines.add(line + " {");
        }
    }
}
