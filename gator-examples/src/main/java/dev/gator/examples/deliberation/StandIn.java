package dev.gator.examples.deliberation;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.orchestration.deliberate.Member;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import java.util.ArrayList;
import java.util.List;

/** Plays a model that this machine does not have: another's words, with instructions and a price list of its own. */
record StandIn(ChatModel model, ModelCard card, String instructions) implements ChatModel {

    static StandIn of(ChatModel model, String id, String pricePerMillion, String instructions) {
        Money price = Money.usd(pricePerMillion);
        ModelCard card = model.card().toBuilder()
                .pricing(Pricing.perMillion(price, price)
                        .source("made up for this journey")
                        .build())
                .build();
        return new StandIn(model, card.withId(id), instructions);
    }

    /** Returns advisers of which each knows one thing. */
    static Member[] advisers(ChatModel model, String... knowledge) {
        Member[] members = new Member[knowledge.length];
        for (int i = 0; i < knowledge.length; i++) {
            String name = "adviser-" + (i + 1);
            members[i] = Member.of(name, of(model, name, "1", "Evidence:\n" + knowledge[i]));
        }
        return members;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        ChatReply reply = model.chat(instructed(request));
        return reply.toBuilder().cost(card.cost(reply.usage())).build();
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return ChatStream.of(chat(request));
    }

    private ChatRequest instructed(ChatRequest request) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.system(instructions));
        messages.addAll(request.messages());
        return request.withMessages(messages);
    }
}
