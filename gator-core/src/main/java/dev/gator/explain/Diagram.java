package dev.gator.explain;

import dev.gator.observe.Explanation;
import dev.gator.observe.Outcome;

/** Draws an explanation in the languages of diagram tools. */
public final class Diagram {

    private static final int LONGEST_FACT = 60;

    private Diagram() {}

    /** Returns a Mermaid flow chart. */
    public static String mermaid(Explanation root) {
        StringBuilder out = new StringBuilder("flowchart TD\n");
        new Drawing() {
            @Override
            void node(int id, Explanation node) {
                out.append("  n").append(id).append("[\"").append(label(node)).append("\"]\n");
                if (node.outcome() != Outcome.OK) {
                    out.append("  style n").append(id).append(" stroke-dasharray: 4\n");
                }
            }

            @Override
            void arrow(int from, int to) {
                out.append("  n").append(from).append(" --> n").append(to).append('\n');
            }

            private String label(Explanation node) {
                StringBuilder label = new StringBuilder(escape(node.name()));
                label.append("<br/>").append(Figures.time(node.took()));
                node.facts().stream().limit(3).forEach(fact -> label.append("<br/>")
                        .append(escape(fact.name() + ": " + shortened(fact.value()))));
                return label.toString();
            }

            // Mermaid reads entity codes inside quoted labels, and nothing else keeps its syntax out
            private String escape(String text) {
                StringBuilder safe = new StringBuilder();
                text.codePoints().forEach(c -> {
                    if (Character.isLetterOrDigit(c) || " .,:;-+/()=%$".indexOf(c) >= 0) {
                        safe.appendCodePoint(c);
                    } else {
                        safe.append('#').append(c).append(';');
                    }
                });
                return safe.toString();
            }
        }.draw(root);
        return out.toString();
    }

    /** Returns a graph for Graphviz. */
    public static String dot(Explanation root) {
        StringBuilder out = new StringBuilder("digraph why {\n  node [shape=box, fontname=\"sans-serif\"];\n");
        new Drawing() {
            @Override
            void node(int id, Explanation node) {
                String style = node.outcome() == Outcome.OK ? "" : ", style=dashed";
                out.append("  n")
                        .append(id)
                        .append(" [label=\"")
                        .append(escape(node.name()))
                        .append("\\n");
                out.append(Figures.time(node.took())).append('"').append(style).append("];\n");
            }

            @Override
            void arrow(int from, int to) {
                out.append("  n").append(from).append(" -> n").append(to).append(";\n");
            }

            private String escape(String text) {
                return text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "");
            }
        }.draw(root);
        return out.append("}\n").toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT - 1) + "…";
    }

    private abstract static class Drawing {
        private int next;

        abstract void node(int id, Explanation node);

        abstract void arrow(int from, int to);

        int draw(Explanation node) {
            int id = next++;
            node(id, node);
            for (Explanation child : node.children()) {
                arrow(id, draw(child));
            }
            return id;
        }
    }
}
