package dev.gator.metrics;

import dev.gator.observe.Event;
import dev.gator.observe.Observer;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one structured line for each piece of work that ended: failures as warnings, model calls and outermost work as
 * information, the rest as debugging. Facts are debugging, too. Lines carry names and figures, never prompts or replies.
 */
public final class LoggingObserver implements Observer {

    private final Logger log;

    private LoggingObserver(Logger log) {
        this.log = log;
    }

    /** Returns an observer that writes to the logger {@code dev.gator.calls}. */
    public static LoggingObserver create() {
        return to(LoggerFactory.getLogger("dev.gator.calls"));
    }

    /** Returns an observer that writes to that logger. */
    public static LoggingObserver to(Logger log) {
        return new LoggingObserver(log);
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Ended ended) {
            ended(ended);
        } else if (event instanceof Event.Noted noted && log.isDebugEnabled()) {
            log.atDebug()
                    .addKeyValue("trace", noted.span().trace())
                    .addKeyValue("span", noted.span().id())
                    .addKeyValue("fact", noted.name())
                    .log(noted.value());
        }
    }

    private void ended(Event.Ended ended) {
        Level level = level(ended);
        if (!log.isEnabledForLevel(level)) {
            return;
        }
        LoggingEventBuilder line = log.atLevel(level)
                .addKeyValue("trace", ended.span().trace())
                .addKeyValue("span", ended.span().id())
                .addKeyValue("parent", ended.span().parent())
                .addKeyValue("kind", ended.kind())
                .addKeyValue("name", ended.name())
                .addKeyValue("tenant", ended.tenant())
                .addKeyValue("outcome", ended.outcome())
                .addKeyValue("ms", ended.took().toNanos() / 1_000_000.0);
        if (ended.error().isPresent()) {
            line = line.addKeyValue("error", ended.error().get());
        }
        if (ended.usage().total() > 0) {
            line = line.addKeyValue("input", ended.usage().input())
                    .addKeyValue("output", ended.usage().output());
        }
        if (ended.cost().isPresent()) {
            line = line.addKeyValue("cost", ended.cost().get());
        }
        line.log("{} {}", ended.name(), ended.outcome());
    }

    private static Level level(Event.Ended ended) {
        if (ended.outcome() == Outcome.FAILED) {
            return Level.WARN;
        }
        boolean outermost = ended.span().parent() == 0;
        return outermost || ended.kind() == SpanKind.CHAT ? Level.INFO : Level.DEBUG;
    }
}
