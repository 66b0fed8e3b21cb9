package dev.gator.firstuse;

import dev.gator.Gator;
import dev.gator.rag.Rag;
import java.nio.file.Path;

class RagProgram {
    public static void main(String[] args) {
        try (Gator gator = Gator.create();
                Rag rag = Rag.of(gator)) {
            rag.add(Path.of("src/test/resources/handbook"));
            System.out.println(rag.ask("How many days of holiday do employees get?"));
        }
    }
}
