package dev.gator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a strategy wants done with a request: its instruction, and what others said about the request.
 *
 * @param brief the instruction, empty where the request stands alone
 * @param role the part that the instruction gives the writer
 * @param materials what others said
 */
record Task(String brief, Role role, List<Labelled> materials) {

    private static final Pattern BRIEF = Pattern.compile(
            "(?i)the request above|the question above|several people were asked|points of view on the request"
                    + "|^\\s*you are the judge|^\\s*answer as [^\\n]{1,60} would");
    private static final Pattern LABEL = Pattern.compile("\\[([^\\]\\n]{2,60})\\]\\s*$");
    private static final Pattern INLINE = Pattern.compile(
            "(?im)^(?:\\[?((?:candidate|answer|option|response|argument|essay|side|draft|pro|con)(?: [a-z0-9]{1,2})?)\\]?\\s*:)\\s*(.+)$");

    /** Words under a label, such as {@code candidate 2}. */
    record Labelled(String label, String text) {
        /** Returns the label's noun. */
        String noun() {
            return label.replaceFirst("[ #]*\\d+.*$", "")
                    .toLowerCase(Locale.ROOT)
                    .strip();
        }
    }

    /** The part that is played. */
    enum Role {
        FRAME("you moderate|moderator|state the question that is to be"),
        CON(
                "con, against|speak against|argue against|argue the con|against the motion|you are (?:the )?con\\b|con side|opposing side"
                        + "|devil's advocate"),
        PRO(
                "pro, in favou?r|speak for the motion|argue for|argue in favou?r|argue the pro|in favou?r of the motion|you are (?:the )?pro\\b"
                        + "|pro side|supporting side|defend the motion"),
        THINK("do not answer the request above yet|write down your thoughts|write only the next step"),
        REVISE("give the whole answer again"),
        JUDGE(
                "you are (?:the|a|an) (?:\\w+ )?(?:judge|critic|reviewer|referee)|grade every|hold it against|how far it can be relied on"
                        + "|judge which|score (?:the|each|this)|evaluate (?:the|each|this)|rate (?:the|each|this)|who won"),
        ANSWER("");

        private final Pattern words;

        Role(String words) {
            this.words = Pattern.compile("\\b(?:" + words + ")");
        }

        static Role of(String instructions) {
            String lower = instructions.toLowerCase(Locale.ROOT);
            for (Role role : values()) {
                if (role == ANSWER || role.words.matcher(lower).find()) {
                    return role;
                }
            }
            return ANSWER;
        }
    }

    Task {
        materials = List.copyOf(materials);
    }

    /** Returns how many materials carry a label with that noun. */
    int count(String noun) {
        return (int) materials.stream().filter(one -> one.noun().equals(noun)).count();
    }

    /** Returns the materials whose label begins with the noun. */
    List<Labelled> called(String noun) {
        return materials.stream().filter(one -> one.noun().equals(noun)).toList();
    }

    /** Returns how many lines of a list stand in the instruction. */
    int listed() {
        return (int) brief.lines()
                .filter(line -> line.matches("\\s*(?:-|\\d+\\.)\\s.*"))
                .count();
    }

    /** Returns where the instruction begins in a user's words, or -1. */
    static int start(String words) {
        int from = words.indexOf("\n\n");
        while (from >= 0) {
            int end = words.indexOf("\n\n", from + 2);
            if (BRIEF.matcher(words.substring(from, end < 0 ? words.length() : end))
                    .find()) {
                return from;
            }
            from = end;
        }
        return -1;
    }

    /** Returns the label at the end of the text, or an empty text. */
    static String labelAtEnd(String text) {
        Matcher matcher = LABEL.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Returns what stands in a text behind labels of its own. */
    static List<Labelled> inline(String text) {
        List<Labelled> found = new ArrayList<>();
        Matcher matcher = INLINE.matcher(text);
        while (matcher.find()) {
            found.add(new Labelled(matcher.group(1), matcher.group(2)));
        }
        return found;
    }
}
