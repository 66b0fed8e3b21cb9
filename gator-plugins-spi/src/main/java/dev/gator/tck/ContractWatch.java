package dev.gator.tck;

import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/** Counts what ran and writes the report. */
class ContractWatch implements BeforeAllCallback, AfterAllCallback, TestWatcher, InvocationInterceptor {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(ContractWatch.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(HERE)
                .put(
                        ContractReport.class,
                        new ContractReport(context.getRequiredTestClass().getSimpleName()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ContractReport report = report(context);
        boolean quiet = context.getConfigurationParameter("gator.contract.quiet", Boolean::valueOf)
                .orElse(false);
        System.getLogger("dev.gator.tck").log(quiet ? Level.DEBUG : Level.INFO, report.toString());
        context.publishReportEntry("contract", report.toString());
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        if (!isFactory(context)) {
            report(context).passed();
        }
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        report(context).failed(name(context));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        report(context).skipped(name(context), reason(cause));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        report(context).skipped(name(context), reason.orElse("disabled"));
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext invoked, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
            report(context).passed();
        } catch (TestAbortedException e) {
            report(context).skipped(name(context), reason(e));
            throw e;
        } catch (Throwable e) {
            report(context).failed(name(context));
            throw e;
        }
    }

    static ContractReport report(ExtensionContext context) {
        return context.getStore(HERE).get(ContractReport.class, ContractReport.class);
    }

    /** The test's name, and for one of several made by a factory also which one. */
    static String name(ExtensionContext context) {
        return context.getTestMethod()
                .map(Method::getName)
                .or(() -> context.getParent().map(factory -> name(factory) + " [" + context.getDisplayName() + "]"))
                .orElseGet(context::getDisplayName);
    }

    private static String reason(Throwable cause) {
        return String.valueOf(cause.getMessage()).replace("Assumption failed: ", "");
    }

    private static boolean isFactory(ExtensionContext context) {
        return context.getTestMethod()
                .map(Method::getReturnType)
                .filter(type -> type != void.class)
                .isPresent();
    }
}
