package dev.gator.bench.strategy;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;

/** Answers at once and always the same, so that what is measured around it is not its own. */
record BareModel(ModelCard card, ChatReply reply) implements ChatModel {

    static BareModel named(String id) {
        ModelCard card = ModelCard.of(id)
                .can(Capability.values())
                .contextWindow(128_000)
                .maxOutput(4_000)
                .pricing(Pricing.perMillion(Money.usd("0.15"), Money.usd("0.60")).build())
                .build();
        Usage usage = Usage.reported(25, 19);
        ChatReply reply = ChatReply.from(id)
                .text("The capital of Portugal is Lisbon.")
                .usage(usage)
                .cost(card.cost(usage))
                .build();
        return new BareModel(card, reply);
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return reply;
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return ChatStream.of(reply);
    }
}
