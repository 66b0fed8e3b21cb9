package dev.gator.offline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to speak about something one knows nothing of: by the kind of question, without a claim. */
enum Approach {
    WEIGH(
            "should|better|versus|vs|or|compare|decide|choose|vote|argue",
            "On %s I would ask first what must be reached, and then what can still be undone later.",
            "For %s, put the cost of being wrong beside the gain of being right.",
            "The choice around %s turns on what you cannot change afterwards."),
    EXPLAIN(
            "why|because|cause|reason",
            "The reason behind %s has to come from a source, and I was given none; look for the nearest cause and test it.",
            "For %s I would name the likely causes, strike out what can be checked, and see what is left.",
            "A reason for %s that nobody can test explains little; ask what one would see if it were wrong."),
    DO(
            "how|plan|steps|build|make|create|learn|start|improve",
            "With %s, say what it must achieve, try the smallest version and check it before the next.",
            "Take %s in three steps: the goal, the smallest trial, the check.",
            "For %s, write down how you would notice success, and work back from there."),
    TELL(
            "story|poem|write|script|tale|scene|joke|song",
            "Picture %s: a quiet beginning, one thing out of place, and a small turn at the end.",
            "It starts with %s, seen close up; then the view widens, and something changes.",
            "There was %s, and nobody looked twice, until the day somebody did."),
    TALK(
            "",
            "About %s, I would begin with what is certain and mark the rest as open.",
            "With %s it helps to name the goal, the limits and the next step.",
            "On %s, keep apart what you know and what you assume.");

    private final Pattern words;
    private final String first;
    private final String second;
    private final String third;

    Approach(String words, String first, String second, String third) {
        this.words = Pattern.compile("\\b(?:" + words + ")\\b");
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /** Returns the approach that the first telling word of a question, in lower case, asks for. */
    static Approach of(String question) {
        Approach found = TALK;
        int earliest = Integer.MAX_VALUE;
        for (Approach approach : List.of(TELL, WEIGH, EXPLAIN, DO)) {
            Matcher matcher = approach.words.matcher(question);
            if (matcher.find() && matcher.start() < earliest) {
                earliest = matcher.start();
                found = approach;
            }
        }
        return found;
    }

    String sentence(String topic, Dice dice) {
        return dice.pick(name(), List.of(first, second, third)).formatted(topic);
    }
}
