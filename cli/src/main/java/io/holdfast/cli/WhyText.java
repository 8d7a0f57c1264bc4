package io.holdfast.cli;

import java.util.List;

/// A transition and what led to it, for somebody who was woken by it.
final class WhyText {
    private static final String INDENT = "    ";

    private final Times times;
    private final StringBuilder text = new StringBuilder();

    private WhyText(Times times) {
        this.times = times;
    }

    static String of(Members transition, Times times) {
        return new WhyText(times).transition(transition);
    }

    private String transition(Members it) {
        String subject = it.has("instance") ? "(" + it.text("instance") + ")" : "group " + it.text("group");
        long at = it.number("millis");
        text.append(subject).append(' ').append(it.has("from") ? it.text("from") + " -> " : "").append(it.text("to"))
                .append(" at ").append(times.full(at)).append(", ")
                .append(Times.duration(times.nowMillis() - at)).append(" ago");
        line("why", it.text("meaning"));
        line("evidence", it.text("evidence"));
        if (it.has("heard")) {
            heard(it.object("heard"));
        }
        line("rule", it.text("rule"));
        line("effect", it.text("effect"));
        String name = "before";
        for (Members event : it.objects("before")) {
            line(name, times.ofDay(event.number("millis")) + "  " + event.text("text"));
            name = "";
        }
        return text.append(System.lineSeparator()).toString();
    }

    private void heard(Members heard) {
        List<Long> arrivals = heard.numbers("arrivals");
        List<Long> gaps = heard.numbers("gaps_millis");
        String last = arrivals.isEmpty() ? "" : times.ofDay(arrivals.getLast());
        String from = "from " + heard.text("source") + " with priority " + heard.text("priority");
        line("heard", gaps.isEmpty() ? "one advert " + from + ", at " + last
                : "adverts " + from + " every " + seconds(gaps) + ", last at " + last);
        if (heard.number("silence_millis") > 0) {
            text.append(", then ").append(Times.duration(heard.number("silence_millis"))).append(" of silence");
        }
    }

    /// One figure for gaps that differ by nothing anybody would ask about.
    private static String seconds(List<Long> gaps) {
        long least = gaps.stream().mapToLong(Long::longValue).min().orElse(0);
        long most = gaps.stream().mapToLong(Long::longValue).max().orElse(0);
        return most - least <= least / 20 ? Times.duration((least + most) / 2)
                : Times.duration(least) + " to " + Times.duration(most);
    }

    private void line(String name, String words) {
        if (!words.isEmpty()) {
            text.append(System.lineSeparator()).append(INDENT).append(name).repeat(' ', 10 - name.length())
                    .append(words);
        }
    }
}
