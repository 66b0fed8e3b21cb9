package dev.gator.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract, or one of its tests, and keeps what failed. */
final class ContractRun implements TestExecutionListener {

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    private ContractRun() {}

    static ContractRun of(Class<?> contract) {
        return run(selectClass(contract));
    }

    static ContractRun of(Class<?> contract, String test) {
        Method method = Arrays.stream(contract.getMethods())
                .filter(each -> each.getName().equals(test) && !each.isBridge())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test " + test + " in " + contract));
        return run(selectMethod(contract, method));
    }

    static ContractRun with(Flaw flaw, Supplier<ContractRun> run) {
        ToyContractTest.PLANTED.set(Optional.of(flaw));
        try {
            return run.get();
        } finally {
            ToyContractTest.PLANTED.set(Optional.empty());
        }
    }

    int passed() {
        return passed.get();
    }

    int skipped() {
        return skipped.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** What the contract published, its failures in order of their names. */
    String report() {
        List<String> lines = reports.get(0).lines().toList();
        return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        reports.add(entry.getKeyValuePairs().getOrDefault("contract", ""));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.incrementAndGet();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failures.add(test.getDisplayName() + ": " + result.getThrowable().orElseThrow());
        } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            skipped.incrementAndGet();
        } else if (test.isTest()) {
            passed.incrementAndGet();
        }
    }

    private static ContractRun run(DiscoverySelector what) {
        ContractRun run = new ContractRun();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(what)
                                .configurationParameter("gator.contract.patience.ms", "1500")
                                .configurationParameter("gator.contract.quiet", "true")
                                .build(),
                        run);
        return run;
    }
}
