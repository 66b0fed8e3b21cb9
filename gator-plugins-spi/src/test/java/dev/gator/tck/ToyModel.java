package dev.gator.tck;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.Warning;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ProviderConfig;
import dev.gator.secret.Secret;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A model of the toy service, correct but for the flaws that a test plants. */
final class ToyModel implements ChatModel {

    private final ProviderConfig config;
    private final ModelCard card;
    private final Predicate<Flaw> flawed;
    private volatile String lastBody = "";

    ToyModel(ProviderConfig config, Set<Capability> capabilities, Predicate<Flaw> flawed) {
        this.config = config;
        this.flawed = flawed;
        this.card = ModelCard.of("toy:toy-1")
                .can(capabilities)
                .pricing(Pricing.perMillion(Money.usd("2"), Money.usd("8")).build())
                .build();
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        try (ToyCall call = send(request, false)) {
            ToyAnswer answer = new ToyAnswer(card, warnings(request, false), flawed);
            return answer.whole(call.readAll());
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        ToyCall call = send(request, true);
        ToyAnswer answer = new ToyAnswer(card, warnings(request, true), flawed);
        return ChatStream.over(new ToySource(call, answer, flawed), request.context());
    }

    @Override
    public String toString() {
        return flawed.test(Flaw.KEY_IN_TO_STRING)
                ? config.key("").map(Secret::reveal).orElse("")
                : "ToyModel[" + card.id() + "]";
    }

    private ToyCall send(ChatRequest request, boolean stream) {
        refuseWhatTheCardLacks(request);
        if (!flawed.test(Flaw.STARTS_CANCELLED_CALLS)) {
            request.context().cancellation().check();
        }
        if (!flawed.test(Flaw.STARTS_LATE_CALLS)) {
            request.context().deadline().check();
        }
        String model = request.overrides()
                .model()
                .filter(other -> !flawed.test(Flaw.IGNORES_MODEL_OVERRIDE))
                .orElse(card.name());
        String body = new ToyRequest(cutToTheCard(request), caching(), flawed).json(model, stream);
        lastBody = body;
        if (flawed.test(Flaw.MIXES_UP_CALLERS)) {
            Thread.yield();
            body = lastBody;
        }
        ToyCall call = new ToyCall(config, request.context(), flawed);
        try {
            call.send(address(request), key(request), body, stream);
            return call;
        } catch (GatorException e) {
            call.close();
            throw e;
        }
    }

    private URI address(ChatRequest request) {
        URI base = request.overrides()
                .baseUrl()
                .filter(other -> !flawed.test(Flaw.IGNORES_ADDRESS_OVERRIDE))
                .or(config::baseUrl)
                .orElseThrow();
        boolean local = base.getHost().equals("127.0.0.1");
        if (!base.getScheme().equals("https") && !local && !flawed.test(Flaw.PLAIN_HTTP_ANYWHERE)) {
            throw new GatorException(ProviderError.INSECURE_URL, "toy: " + base);
        }
        return URI.create(base + "/chat" + (flawed.test(Flaw.KEY_IN_ADDRESS) ? "?key=" + ChatBench.CANARY : ""));
    }

    private Optional<Secret> key(ChatRequest request) {
        Optional<Secret> given = request.overrides().key().filter(key -> !flawed.test(Flaw.IGNORES_KEY_OVERRIDE));
        boolean elsewhere = request.overrides().baseUrl().isPresent()
                && !flawed.test(Flaw.LEAKS_KEY_TO_OTHER_ADDRESS)
                && !flawed.test(Flaw.IGNORES_ADDRESS_OVERRIDE);
        Optional<Secret> key = given.isPresent() || elsewhere ? given : config.key("");
        if (key.isEmpty() && !flawed.test(Flaw.ASKS_WITHOUT_KEY)) {
            throw new GatorException(ProviderError.MISSING_KEY, "toy has no key");
        }
        return key;
    }

    private List<Warning> warnings(ChatRequest request, boolean stream) {
        List<Warning> warnings = new ArrayList<>();
        request.sampling().frequencyPenalty().ifPresent(p -> warnings.add(ignored("frequencyPenalty")));
        request.sampling().presencePenalty().ifPresent(p -> warnings.add(ignored("presencePenalty")));
        if (!flawed.test(Flaw.IGNORES_ITS_CARD)) {
            warnings.addAll(lacking(request));
        }
        if (flawed.test(Flaw.WARNS_ALWAYS)) {
            warnings.add(ignored("everything"));
        }
        return stream && flawed.test(Flaw.NO_WARNINGS_IN_STREAM) ? List.of() : warnings;
    }

    private List<Warning> lacking(ChatRequest request) {
        List<Warning> warnings = new ArrayList<>();
        if (request.sampling().seed().isPresent() && !card.can(Capability.SEED)) {
            warnings.add(ignored("seed"));
        }
        if (!request.sampling().stop().isEmpty() && !card.can(Capability.STOP_SEQUENCES)) {
            warnings.add(ignored("stop"));
        }
        if (request.reasoning().isPresent() && !card.can(Capability.REASONING)) {
            warnings.add(ignored("reasoning"));
        }
        return warnings;
    }

    /** Leaves out what the card does not claim and the warnings speak of. */
    private ChatRequest cutToTheCard(ChatRequest request) {
        if (flawed.test(Flaw.IGNORES_ITS_CARD)) {
            return request;
        }
        Sampling.Builder sampling = Sampling.builder();
        request.sampling().temperature().ifPresent(sampling::temperature);
        request.sampling().topP().ifPresent(sampling::topP);
        request.sampling().topK().ifPresent(sampling::topK);
        request.sampling().maxTokens().ifPresent(sampling::maxTokens);
        if (card.can(Capability.SEED)) {
            request.sampling().seed().ifPresent(sampling::seed);
        }
        if (card.can(Capability.STOP_SEQUENCES)) {
            sampling.stop(request.sampling().stop().toArray(String[]::new));
        }
        return request.toBuilder().sampling(sampling.build()).build();
    }

    private static Warning ignored(String setting) {
        return new Warning(setting, "the toy service has no such setting");
    }

    private boolean caching() {
        return card.can(Capability.PROMPT_CACHE) || flawed.test(Flaw.IGNORES_ITS_CARD);
    }

    private void refuseWhatTheCardLacks(ChatRequest request) {
        if (flawed.test(Flaw.IGNORES_ITS_CARD)) {
            return;
        }
        if (request.format() instanceof ResponseFormat.Schema) {
            need(Capability.JSON_SCHEMA);
        }
        if (request.format() instanceof ResponseFormat.AnyJson) {
            need(Capability.JSON_MODE);
        }
        if (!request.tools().isEmpty()) {
            need(Capability.TOOLS);
        }
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                if (part instanceof Part.File file) {
                    need(capability(file.attachment()));
                }
            }
        }
    }

    private static Capability capability(Attachment file) {
        MediaType type = file.type();
        if (type.isImage()) {
            return Capability.IMAGE_INPUT;
        }
        return type.isAudio() ? Capability.AUDIO_INPUT : Capability.DOCUMENT_INPUT;
    }

    private void need(Capability capability) {
        if (!card.can(capability)) {
            throw new GatorException(CallError.UNSUPPORTED, card.id() + " has no " + capability);
        }
    }
}
