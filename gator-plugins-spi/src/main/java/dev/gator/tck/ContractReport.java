package dev.gator.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What ran of a contract and why the rest did not apply. Every contract writes one to the system logger
 * {@code dev.gator.tck} and to JUnit's report when its class is done. Thread-safe.
 */
public final class ContractReport {

    private final String subject;
    private final Map<String, String> absences = new TreeMap<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final List<String> failed = new ArrayList<>();
    private int passed;

    ContractReport(String subject) {
        this.subject = subject;
    }

    synchronized void passed() {
        passed++;
    }

    synchronized void failed(String test) {
        failed.add(test);
    }

    synchronized void absenceTested(String test, String lacking) {
        absences.put(test, lacking);
    }

    synchronized void skipped(String test, String reason) {
        skipped.put(test, reason);
    }

    /** Returns how many tests passed, those that proved an absence included. */
    public synchronized int ran() {
        return passed;
    }

    /** Returns the tests that did not apply, each with the reason. */
    public synchronized Map<String, String> notApplicable() {
        return Map.copyOf(skipped);
    }

    /** Returns the tests in whose place an absence was proven, each with what is lacking. */
    public synchronized Map<String, String> absences() {
        return Map.copyOf(absences);
    }

    /** Returns the report as text for people. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder(subject)
                .append(": ")
                .append(passed)
                .append(" passed (")
                .append(absences.size())
                .append(" of them proved an absence), ")
                .append(failed.size())
                .append(" failed, ")
                .append(skipped.size())
                .append(" not applicable");
        failed.forEach(test -> text.append("\n  failed: ").append(test));
        absences.forEach((test, lacking) ->
                text.append("\n  absence of ").append(lacking).append(": ").append(test));
        skipped.forEach((test, reason) ->
                text.append("\n  not applicable: ").append(test).append(": ").append(reason));
        return text.toString();
    }
}
