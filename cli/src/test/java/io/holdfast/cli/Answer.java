package io.holdfast.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command line came to.
record Answer(int code, String out, String err) {

    static Answer to(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(new PrintWriter(out), new PrintWriter(err), words);
        return new Answer(code, out.toString(), err.toString());
    }
}
