package io.holdfast.cli;

import java.util.List;
import java.util.Map;

/// What a daemon says of itself, and of everything in it, in lines for people.
final class StatusText {
    private static final String INDENT = System.lineSeparator() + "    ";

    private StatusText() {}

    static String daemon(Members it) {
        StringBuilder text = new StringBuilder("Holdfast " + it.text("version") + " from " + it.text("image")
                + ", process " + it.text("pid") + ", " + it.text("state") + ", configuration "
                + it.text("generation"));
        for (Members child : it.objects("children")) {
            text.append(System.lineSeparator()).append(child.text("kind")).append(" process ")
                    .append(child.text("pid")).append(", for ").append(child.text("seconds")).append(" s");
        }
        return text.toString();
    }

    static String instance(Members it) {
        StringBuilder text = new StringBuilder("(" + it.text("instance") + ") " + it.text("state") + " for "
                + Times.duration(it.number("for_millis")) + ", priority " + it.text("priority") + reckoning(it)
                + ", VRID " + it.text("vrid") + on(it));
        addresses(it, text);
        for (String fault : it.texts("faults")) {
            text.append(INDENT).append("fault: ").append(fault);
        }
        if (it.has("master")) {
            text.append(INDENT).append("master ").append(it.text("master")).append(", priority ")
                    .append(it.text("master_priority"));
        }
        for (Members router : it.objects("heard")) {
            text.append(INDENT).append("heard ").append(router.text("address")).append(", priority ")
                    .append(router.text("priority")).append(", ")
                    .append(Times.duration(router.number("millis_ago"))).append(" ago");
        }
        if (it.has("evidence")) {
            text.append(INDENT).append("because: ").append(it.text("evidence")).append(" [").append(it.text("rule"))
                    .append(']');
        }
        counters(it.object("counters"), text);
        return text.toString();
    }

    private static String reckoning(Members it) {
        return it.text("reckoning").isEmpty() ? it.number("priority") == it.number("base_priority") ? ""
                : " (base " + it.text("base_priority") + ")" : " (" + it.text("reckoning") + ")";
    }

    private static String on(Members it) {
        return it.text("interface").isEmpty() ? "" : " on " + it.text("interface");
    }

    private static void addresses(Members it, StringBuilder text) {
        List<String> addresses = it.texts("addresses");
        if (!addresses.isEmpty()) {
            text.append(INDENT).append(it.text("state").equals("MASTER") ? "holds " : "would hold ")
                    .append(String.join(", ", addresses));
        }
    }

    private static void counters(Members counters, StringBuilder text) {
        String separator = INDENT + "counted: ";
        for (Map.Entry<?, ?> counter : counters.all().entrySet()) {
            text.append(separator).append(counter.getKey()).append(' ').append(counter.getValue());
            separator = ", ";
        }
    }

    static String group(Members it) {
        return "group " + it.text("group") + " " + it.text("state") + ": " + String.join(", ", it.texts("members"));
    }

    static String tracker(Members it) {
        List<String> users = it.texts("users");
        return it.text("kind") + " " + it.text("tracker") + " " + it.text("said")
                + (users.isEmpty() ? ", used by nobody" : ", used by " + String.join(", ", users));
    }
}
