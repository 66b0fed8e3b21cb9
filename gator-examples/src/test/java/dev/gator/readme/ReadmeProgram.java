package dev.gator.readme;

import dev.gator.Gator;
import dev.gator.call.Owner;
import dev.gator.chat.ChatStream;
import dev.gator.conversation.Conversation;
import dev.gator.persona.Persona;

/** The program that the README shows; the test sees to it that they stay the same. */
final class ReadmeProgram {

    private ReadmeProgram() {}

    static void run() {
        // begin
        try (Gator gator = Gator.create()) { // no key, no network: the offline writer answers
            Persona emma = Persona.builder("Emma")
                    .appearance("28, wavy blonde hair, business casual")
                    .personality("curious, direct, kind")
                    .themes("fashion", "slow travel")
                    .build();
            Conversation chat = gator.conversations().open(emma, Owner.user("u-17"));
            try (ChatStream answer = chat.stream("What do I pack for Lisbon in May?")) {
                answer.forEach(event -> System.out.print(event.text()));
            }
        }
        // end
    }
}
