package dev.gator.prompt;

import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text with named slots, such as {@code Write about {topic}.} A brace is written twice to stand for itself. Immutable.
 *
 * <p>Values are put in as they are and never read as template text again, so a value cannot add slots. Every slot must be
 * filled and every value must have its slot.
 */
public final class PromptTemplate {

    private static final Pattern SLOT = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    private final String text;
    private final List<Piece> pieces;
    private final Set<String> slots;
    private final String version;

    private PromptTemplate(String text) {
        this.text = Require.text("template", text);
        this.pieces = List.copyOf(piecesOf(text));
        Set<String> names = new LinkedHashSet<>();
        pieces.stream().filter(Piece::slot).forEach(piece -> names.add(piece.text()));
        this.slots = names;
        this.version = hash(text);
    }

    /**
     * Reads a template.
     *
     * @throws GatorException with {@link PromptError#BAD_TEMPLATE} naming the place of a stray brace or a bad slot name
     */
    public static PromptTemplate of(String text) {
        return new PromptTemplate(text);
    }

    /** Returns the text with one slot filled; see {@link #fill(Map)}. */
    public String fill(String slot, String value) {
        return fill(Map.of(slot, value));
    }

    /**
     * Returns the text with all slots filled.
     *
     * @throws GatorException with {@link PromptError#MISSING_SLOT} or {@link PromptError#UNKNOWN_SLOT}, naming the slots
     */
    public String fill(Map<String, String> values) {
        List<String> missing =
                slots.stream().filter(slot -> !values.containsKey(slot)).toList();
        if (!missing.isEmpty()) {
            throw new GatorException(PromptError.MISSING_SLOT, "no value for " + missing);
        }
        List<String> unknown = values.keySet().stream()
                .filter(name -> !slots.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new GatorException(PromptError.UNKNOWN_SLOT, "no slot for " + unknown + "; there are " + slots);
        }
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            filled.append(piece.slot() ? values.get(piece.text()) : piece.text());
        }
        return filled.toString();
    }

    /** Returns the names of the slots in order of appearance. */
    public List<String> slots() {
        return List.copyOf(slots);
    }

    /** Returns the template as it was written. */
    public String text() {
        return text;
    }

    /** Returns a hash of the text, 16 hexadecimal digits: the same text always has the same version. */
    public String version() {
        return version;
    }

    /** Returns the text with its braces doubled, so that a template shows it as it is. */
    public static String escape(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PromptTemplate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "PromptTemplate[" + version + ", slots " + slots + "]";
    }

    private static List<Piece> piecesOf(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean brace = c == '{' || c == '}';
            if (brace && at + 1 < text.length() && text.charAt(at + 1) == c) {
                plain.append(c);
                at += 2;
            } else if (brace) {
                pieces.add(new Piece(plain.toString(), false));
                plain.setLength(0);
                int end = c == '{' ? text.indexOf('}', at) : -1;
                pieces.add(new Piece(slotName(text, at, end), true));
                at = end + 1;
            } else {
                plain.append(c);
                at++;
            }
        }
        pieces.add(new Piece(plain.toString(), false));
        return pieces;
    }

    private static String slotName(String text, int start, int end) {
        String name = end < 0 ? "" : text.substring(start + 1, end);
        if (!SLOT.matcher(name).matches()) {
            String found = end < 0 ? "a single brace" : "the slot name '" + name + "'";
            throw new GatorException(PromptError.BAD_TEMPLATE, found + " at character " + start);
        }
        return name;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }

    private record Piece(String text, boolean slot) {}
}
