package dev.gator.orchestration.engine;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs a strategy beside its reader: stages arrive as they happen, then the answer's events. The worker reads the last
 * model only as fast as the reader takes, so a slow reader holds no more than a handful of events.
 */
final class RunSource implements EventSource {

    private static final int AHEAD = 64;

    private final StrategyModel model;
    private final ChatRequest request;
    private final Cancellation.Child stop;
    private final Parallel.Mailbox<Signal> signals = new Parallel.Mailbox<>();
    private final Semaphore room = new Semaphore(AHEAD);
    private boolean started;
    private boolean over;

    RunSource(StrategyModel model, ChatRequest request) {
        this.model = model;
        this.stop = request.context().cancellation().child();
        this.request = request.withContext(request.context().withCancellation(stop.cancellation()));
    }

    @Override
    public @Nullable ChatEvent next() {
        if (over) {
            return null;
        }
        if (!started) {
            started = true;
            start();
        }
        Signal signal = signals.take(request.context());
        if (signal instanceof Failed failed) {
            over = true;
            throw failed.error();
        }
        ChatEvent event = ((Told) signal).event();
        room.release();
        over = event instanceof ChatEvent.Finished;
        return event;
    }

    @Override
    public void close() {
        stop.close();
        stop.cancellation().cancel();
    }

    private void start() {
        CallContext context = request.context();
        try {
            context.workers().execute(this::work);
        } catch (RejectedExecutionException e) {
            throw new GatorException(CallError.CLOSED, "the workers of the call take no more tasks", e);
        }
    }

    private void work() {
        try {
            tell(model.perform(
                    request, this::tell, run -> tellAnswer(run, model.strategy().perform(run))));
        } catch (GatorException e) {
            signals.put(new Failed(e));
        }
    }

    private ChatEvent.Finished tellAnswer(Run run, Ending ending) {
        if (ending instanceof Ending.Told told) {
            return run.bill().onto(tellAllButTheEnd(ChatStream.of(told.reply())));
        }
        Ending.Spoken spoken = (Ending.Spoken) ending;
        return run.step("answer " + spoken.model().card().id(), step -> {
            try (ChatStream answer = spoken.model().stream(spoken.request().withContext(step.context()))) {
                ChatEvent.Finished end = tellAllButTheEnd(answer);
                run.add(end.usage(), end.cost());
                return run.bill().onto(end);
            }
        });
    }

    // the end is told last of all, when every span of the run is closed, too
    private ChatEvent.Finished tellAllButTheEnd(ChatStream answer) {
        for (ChatEvent event : answer) {
            if (event instanceof ChatEvent.Finished end) {
                return end;
            }
            tell(event);
        }
        throw new GatorException(ProviderError.INCOMPLETE_STREAM, "the answer ended without its terminal event");
    }

    private void tell(ChatEvent event) {
        Cancellation cancellation = request.context().cancellation();
        try (Cancellation.Registration ignored = cancellation.onCancel(() -> room.release(AHEAD))) {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while telling", e);
        }
        cancellation.check();
        signals.put(new Told(event));
    }

    private sealed interface Signal {}

    private record Told(ChatEvent event) implements Signal {}

    private record Failed(GatorException error) implements Signal {}
}
