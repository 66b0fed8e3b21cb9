package dev.gator.orchestration.reason;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Sampling;

/** A model that is asked for one of several different answers: warmer, and with a seed of its own where it takes one. */
record Sample(ChatModel model, int number, double temperature) implements ChatModel {

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return model.chat(varied(request));
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return model.stream(varied(request));
    }

    private ChatRequest varied(ChatRequest request) {
        Sampling.Builder sampling = request.sampling().toBuilder();
        if (request.sampling().temperature().isEmpty()) {
            sampling.temperature(temperature);
        }
        if (card().can(Capability.SEED)) {
            sampling.seed(request.sampling().seed().orElse(0) + number);
        }
        return request.toBuilder().sampling(sampling.build()).build();
    }
}
