package dev.gator.examples;

/** The program that {@code mvn -q compile exec:java} runs. */
public final class Main {

    private Main() {}

    /**
     * Runs the demonstration.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.println("Gator: AI personas for Java applications.");
    }
}
