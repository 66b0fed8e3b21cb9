package dev.gator.examples.firstanswer;

import dev.gator.Gator;
import dev.gator.call.Owner;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatStream;
import dev.gator.conversation.Conversation;
import dev.gator.persona.Persona;
import dev.gator.tool.Tool;
import java.io.PrintStream;
import java.util.List;

/** A persona says that it is an AI, then answers word by word; a second question calls a tool; a third wants a record. */
public final class FirstAnswer {

    private FirstAnswer() {}

    record City(String city) {}

    record PackingList(String destination, List<String> items) {}

    /** Runs the journey. */
    public static void run(PrintStream out) {
        try (Gator gator = Gator.builder().defaultModel("offline").build()) {
            Persona emma = Persona.builder("Emma")
                    .appearance("28, wavy blonde hair, business casual")
                    .personality("curious, direct, kind")
                    .themes("fashion", "slow travel")
                    .build();

            Conversation chat = gator.conversations()
                    .withTools(Tool.of("weather", "Tells the weather in a city", City.class, FirstAnswer::weather))
                    .open(emma, Owner.user("u-17"));
            say(chat, "What do I pack for Lisbon in May?", out);
            say(chat, "What is the weather in Lisbon?", out);

            PackingList list = gator.ask(PackingList.class, "A packing list for Lisbon: a jacket, sandals, a hat");
            out.println("> as a record: " + list);
        }
    }

    private static void say(Conversation chat, String question, PrintStream out) {
        out.println("> " + question);
        long start = System.nanoTime();
        try (ChatStream answer = chat.stream(question)) {
            for (ChatEvent event : answer) {
                if (event instanceof ChatEvent.Disclosed disclosed
                        && chat.lastTurn().isEmpty()) {
                    out.println(disclosed.notice());
                }
                out.print(event.text());
                out.flush();
            }
            ChatReply reply = answer.reply();
            String cost = reply.cost().map(Object::toString).orElse("unknown");
            long millis = (System.nanoTime() - start) / 1_000_000;
            out.printf(
                    "%ndone model=%s tokens=%d cost=%s %d ms%n",
                    reply.model(), reply.usage().total(), cost, millis);
        }
    }

    private static String weather(City city) {
        return "22 °C and sunny in " + city.city();
    }
}
