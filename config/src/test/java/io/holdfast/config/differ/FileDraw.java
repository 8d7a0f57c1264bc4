package io.holdfast.config.differ;

import io.holdfast.config.RootKeywords;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Draws a configuration file from the keyword tables, so that a keyword is in the draw as soon as it has a row.
final class FileDraw {
    /// Names of blocks, told from all other words wherever they appear in a message.
    static final List<String> NAMES = List.of("N1", "N2", "N3", "N4");

    /// Not drawn, because nothing could be compared from there on, or because of what it does to the machine.
    static final Map<String, String> NEVER = Map.of(
            "auth_hmac", "2.2.7 does not know the block and reads its lines as those of the instance",
            "config_save_dir", "makes the directory, also in a test",
            "track_bfd", "nothing reads bfd_instance yet, so that it names what is not there",
            "umask", "is applied by a test to what it writes");
    private static final String INSTANCE = "vrrp_instance";
    private static final int DEPTH = 4;
    private static final Set<String> NAMED = Set.of(INSTANCE, "vrrp_sync_group", "track_group", "vrrp_script",
            "vrrp_track_process", "track_file", "vrrp_track_file");

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
            find(RootKeywords.BLOCK, "global_defs").ifPresent(keyword -> statement(keyword, "", 0));
        }
        int blocks = 1 + random.nextInt(3);
        for (int i = 0; i < blocks; i++) {
            if (random.nextInt(5) > 0) {
                find(RootKeywords.BLOCK, INSTANCE).ifPresent(keyword -> statement(keyword, "", 0));
            } else {
                statement(any(RootKeywords.BLOCK), "", 0);
            }
        }
    }

    static Optional<Keyword<?>> find(Block block, String keyword) {
        return block.find(keyword).filter(FileDraw::isDrawn);
    }

    static boolean isDrawn(Keyword<?> keyword) {
        return keyword.isTyped() && !(keyword.syntax() instanceof Syntax.Phrased<?>)
                && !keyword.name().equals(Rows.LEAD) && !NEVER.containsKey(keyword.name());
    }

    private Keyword<?> any(Block block) {
        List<Keyword<?>> rows = block.keywords().stream().filter(FileDraw::isDrawn).toList();
        return rows.get(random.nextInt(rows.size()));
    }

    private void statement(Keyword<?> keyword, String indent, int depth) {
        String line = indent + keyword.name();
        switch (keyword.syntax()) {
            case Syntax.Flag _ -> lines.add(line);
            case Syntax.One<?> one -> lines.add(line + (random.nextInt(one.bare().isPresent() ? 2 : 60) == 0 ? ""
                    : " " + pool.word(one.value(), random)));
            case Syntax.Two<?, ?> two -> lines.add(line + " " + pool.word(two.first(), random)
                    + (random.nextInt(two.usual().isPresent() ? 2 : 20) == 0 ? ""
                            : " " + pool.word(two.second(), random)));
            case Syntax.Several<?> several -> lines.add(line + words(several, 1 + random.nextInt(3)));
            case Syntax.Entry entry -> lines.add(line + " " + entry(entry.table().block()));
            case Syntax.Nested nested -> block(line, nested.table().block(), indent, depth);
            case Syntax.Entries entries -> list(line, indent, () -> entry(entries.table().block()));
            case Syntax.Names<?> names -> list(line, indent, () -> pool.word(names.value(), random));
            default -> lines.add(line);
        }
    }

    private String words(Syntax.Several<?> several, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(' ').append(pool.word(several.value(), random));
        }
        return words.toString();
    }

    private void block(String line, Block block, String indent, int depth) {
        boolean named = RootKeywords.BLOCK.find(block.name()).isPresent() && isNamed(block);
        open(named ? line + " " + WordPool.pick(NAMES, random) : line, indent);
        String inner = indent + "    ";
        if (block.name().equals(INSTANCE)) {
            usual(block, inner);
        }
        int count = random.nextInt(block.keywords().size() < 8 ? 4 : 7);
        for (int i = 0; i < count && depth < DEPTH; i++) {
            statement(any(block), inner, depth + 1);
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

    private static boolean isNamed(Block block) {
        return NAMED.contains(block.name());
    }

    private String entry(Keyword<?> list) {
        return entry(((Syntax.Entries) list.syntax()).table().block());
    }

    private String entry(Block options) {
        StringBuilder line = new StringBuilder();
        for (Keyword<?> row : options.keywords()) {
            if (row.name().equals(Rows.LEAD)) {
                line.append(row.syntax() instanceof Syntax.One<?> one ? pool.word(one.value(), random)
                        : WordPool.pick(NAMES, random));
            } else if (row.isTyped() && random.nextInt(10) == 0) {
                line.append(' ').append(row.name());
                if (row.syntax() instanceof Syntax.One<?> one && random.nextInt(20) > 0) {
                    line.append(' ').append(pool.word(one.value(), random));
                }
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
