package io.holdfast.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A cell of the lab matrix: how VRRP is spoken, who runs on the first node, which is the stronger one, and who on the
/// second.
record Matrix(Dialect dialect, Party first, Party second) {

    /// The cells to run: all, or with `-Dlab.matrix=TEXT` those whose name holds the text.
    static Stream<Matrix> cells() {
        String wanted = System.getProperty("lab.matrix", "");
        return all().stream().filter(cell -> cell.toString().contains(wanted));
    }

    /// Every cell that exists. keepalived beside keepalived, or beside FRR, shows that the cell itself is right.
    static List<Matrix> all() {
        List<Matrix> cells = new ArrayList<>();
        for (Dialect dialect : Dialect.combinations()) {
            if (dialect.impossible().isEmpty()) {
                add(cells, dialect);
            }
        }
        return cells;
    }

    /// Who is beside whom in some cell, in the order of the table.
    static List<String> pairs() {
        return all().stream().map(Matrix::pair).distinct().toList();
    }

    private static void add(List<Matrix> cells, Dialect dialect) {
        Pair.all().forEach(pair -> cells.add(new Matrix(dialect, Party.of(pair.first()), Party.of(pair.second()))));
        if (dialect.impossibleForFrr().isEmpty()) {
            for (Party other : List.of(Party.HOLDFAST, Party.KEEPALIVED)) {
                cells.add(new Matrix(dialect, other, Party.FRR));
                cells.add(new Matrix(dialect, Party.FRR, other));
            }
        }
    }

    String pair() {
        return first + " with " + second;
    }

    @Override
    public String toString() {
        return dialect + ": " + pair();
    }
}
