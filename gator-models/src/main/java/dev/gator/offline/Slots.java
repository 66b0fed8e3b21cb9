package dev.gator.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a question that a ready sentence has room for: its subject, what is to be done, place and time. */
record Slots(Map<String, String> words) {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern ACT = Pattern.compile(
            "(?i)(?<!\\bwh\\w{1,3} )\\b(?:how (?:do|can|should|would|could) (?:i|we|you|one)|how to|should (?:i|we|you|they|one)|(?:help me|"
                    + "i want to|i need to|i'd like to|(?:best|right) way to|worth it to|good idea to|wise to|ways? to"
                    + "|steps? to|learn how to|tips? to|tell me how to|plan to))\\s+(?:to )?([^?.!,;:\\n]{3,70})");
    private static final Pattern TIME =
            Pattern.compile("\\b(?:(?:in|for|during|this|next) )?((?:early |late )?(?:January|February|March|April|"
                    + "May|June|July|August|September|October|November|December|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
                    + "|(?:[Nn]ext|[Tt]his) (?:week|weekend|month|year|summer|winter)|the weekend))\\b");
    private static final Pattern CHOICE = Pattern.compile(
            "(?i)([^?.!,;:\\n]{2,60}?),? (?:or|versus|vs\\.?) ([^?.!,;:\\n]{2,60}?)(?=$|[?.!,;:\\n]| for (?:a|my|the|our) | in | when | if | as )");
    private static final Pattern BETWEEN =
            Pattern.compile("(?i)\\bbetween ([^?.!,;:\\n]{2,40}?) and ([^?.!,;:\\n]{2,40}?)(?=$|[?.!,;:\\n])");
    private static final Set<String> BORDER =
            Set.of(("should i we you they one to better best choose choosing take prefer is it are do does or "
                            + "between learn use buy get pick go with for what's which what would have eat drink rather i'd like "
                            + "study start visit read watch wear try in of")
                    .split(" ", -1));
    private static final int LONGEST = 60;

    Slots {
        words = Map.copyOf(words);
    }

    static Slots of(String question) {
        Map<String, String> words = new HashMap<>();
        String subject = Subject.of(question);
        words.put("subject", subject);
        words.put("Subject", capital(subject));
        words.put("motion", shortened(question));
        act(question).ifPresent(act -> words.put("act", act));
        choice(question, words);
        Optional<String> place = new Lookup(question).places().stream().findFirst();
        Optional<String> time = first(TIME, question);
        place.ifPresent(name -> words.put("place", name));
        words.put(
                "there",
                place.map(name -> " for " + name).orElse("")
                        + time.map(Slots::timed).orElse(""));
        words.put(
                "where",
                place.map(name -> " in " + name).orElse("")
                        + time.map(Slots::timed).orElse(""));
        return new Slots(words);
    }

    /** Returns the sentence with its slots filled, or empty if a word for it is missing. */
    Optional<String> fill(String sentence) {
        Matcher matcher = SLOT.matcher(sentence);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String word = words.get(matcher.group(1));
            if (word == null) {
                return Optional.empty();
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(word));
        }
        return Optional.of(matcher.appendTail(filled).toString());
    }

    /** Returns those of the sentences that can be filled, filled. */
    List<String> fillAll(List<String> sentences) {
        return sentences.stream().flatMap(sentence -> fill(sentence).stream()).toList();
    }

    boolean isChoice() {
        return words.containsKey("a");
    }

    String subject() {
        return words.getOrDefault("subject", "this");
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Turns the asker's point of view into the answerer's. */
    static String toYou(String text) {
        return text.replaceAll("(?i)\\b(?:my|our)\\b", "your")
                .replaceAll("(?i)\\b(?:me|us|myself)\\b", "you")
                .replaceAll("\\b(?:I am|we are|I'm)\\b", "you are")
                .replaceAll("\\b(?:I|we|We)\\b", "you");
    }

    private static Optional<String> act(String question) {
        return first(ACT, question)
                .map(act -> toYou(act.strip()))
                .filter(act -> act.length() <= LONGEST && !act.contains(" or "))
                .map(act -> Character.isUpperCase(act.charAt(0)) ? act.toLowerCase(Locale.ROOT) : act);
    }

    private static void choice(String question, Map<String, String> words) {
        Matcher matcher = BETWEEN.matcher(question);
        boolean between = matcher.find() && !question.toLowerCase(Locale.ROOT).contains("difference");
        if (!between) {
            matcher = CHOICE.matcher(question);
            boolean asks = question.contains("?")
                    || question.length() <= 40
                    || question.matches("(?is).*\\b(?:choose|decide|versus|vs|better)\\b.*");
            if (!asks || !matcher.find()) {
                return;
            }
        }
        String one = afterBorder(matcher.group(1));
        String other = matcher.group(2)
                .replaceFirst("(?i)^(?:to|should (?:i|we)) ", "")
                .strip();
        boolean whole = !one.isBlank() && other.split(" ", -1).length <= 6 && !other.matches("(?i)not|no|so|what");
        if (whole) {
            boolean acts = Subject.isVerb(one.split(" ", 2)[0]);
            words.put("a", toYou(acts ? doing(one) : one));
            words.put("b", toYou(acts ? doing(other) : other));
        }
    }

    /** Turns {@code buy a flat} into {@code buying a flat}. */
    private static String doing(String act) {
        String[] words = act.split(" ", 2);
        String verb = words[0];
        String stem = verb.endsWith("e") && !verb.endsWith("ee") ? verb.substring(0, verb.length() - 1) : verb;
        boolean doubled = verb.matches("[^aeiou]+[aeiou][^aeiouwxy]") && verb.length() <= 4;
        String form = stem + (doubled ? verb.substring(verb.length() - 1) : "") + "ing";
        return words.length > 1 ? form + " " + words[1] : form;
    }

    private static String afterBorder(String before) {
        String[] tokens = before.strip().split("\\s+", -1);
        int from = 0;
        for (int i = 0; i < tokens.length - 1; i++) {
            from = BORDER.contains(tokens[i].toLowerCase(Locale.ROOT)) ? i + 1 : from;
        }
        String kept = String.join(" ", List.of(tokens).subList(from, tokens.length));
        return BORDER.contains(kept.toLowerCase(Locale.ROOT)) ? "" : kept;
    }

    private static String timed(String time) {
        String lower = time.toLowerCase(Locale.ROOT);
        boolean named = lower.startsWith("next") || lower.startsWith("this") || lower.startsWith("the ");
        return (named ? " " : " in ") + (named && lower.startsWith("the ") ? "on " : "") + time;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static String shortened(String question) {
        String line = question.strip().split("\\n", 2)[0].replaceFirst("[?.!]+$", "");
        return line.length() <= 120
                ? line
                : line.substring(0, line.lastIndexOf(' ', 117) > 0 ? line.lastIndexOf(' ', 117) : 117) + "...";
    }
}
