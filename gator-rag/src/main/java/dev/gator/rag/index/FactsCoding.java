package dev.gator.rag.index;

import dev.gator.store.Attribute;
import dev.gator.store.Attributes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** Facts as bytes: for each its name, its kind and its value. */
final class FactsCoding {

    private static final byte TEXT = 1;
    private static final byte NUMBER = 2;
    private static final byte FLAG = 3;
    private static final byte TEXTS = 4;

    private FactsCoding() {}

    static void write(Attributes facts, Growing out) {
        out.number(facts.names().size());
        for (String name : facts.names()) {
            out.text(name);
            facts.get(name).ifPresent(fact -> write(out, fact));
        }
    }

    static Attributes read(ByteBuffer in) {
        Attributes facts = Attributes.none();
        for (int left = in.getInt(); left > 0; left--) {
            String name = text(in);
            facts = facts.with(name, value(in));
        }
        return facts;
    }

    private static void write(Growing out, Attribute fact) {
        if (fact instanceof Attribute.Text one) {
            out.kind(TEXT);
            out.text(one.value());
        } else if (fact instanceof Attribute.Numeric one) {
            out.kind(NUMBER);
            out.real(one.value());
        } else if (fact instanceof Attribute.Flag one) {
            out.kind(FLAG);
            out.kind((byte) (one.value() ? 1 : 0));
        } else if (fact instanceof Attribute.Texts several) {
            out.kind(TEXTS);
            out.number(several.values().size());
            new TreeSet<>(several.values()).forEach(out::text); // the same facts are the same bytes
        }
    }

    private static Attribute value(ByteBuffer in) {
        byte kind = in.get();
        return switch (kind) {
            case TEXT -> Attribute.of(text(in));
            case NUMBER -> Attribute.of(in.getDouble());
            case FLAG -> Attribute.of(in.get() == 1);
            case TEXTS -> texts(in);
            default -> throw Failures.corrupt("a record has a fact of the unknown kind " + kind);
        };
    }

    private static Attribute texts(ByteBuffer in) {
        Set<String> values = new LinkedHashSet<>();
        for (int left = in.getInt(); left > 0; left--) {
            values.add(text(in));
        }
        return Attribute.of(values);
    }

    static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
