package dev.gator.bench.embed;

import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.local.MiniLmEmbeddings;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** Sentences embedded in the process by the same network: Gator one by one, Gator in batches, LangChain4j. */
public final class EmbedBench {

    private static final String[] WORDS = ("the a of store opens at nine morning evening guests may bring dogs on lead"
                    + " warranty covers repairs for two years after purchase unless water entered device report shows"
                    + " revenue grew by twelve percent compared with last quarter because new customers joined service")
            .split(" ");

    private EmbedBench() {}

    /** Takes how many sentences and rounds; 400 and 3 if nothing is said. */
    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        List<String> texts = texts(count);
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        AllMiniLmL6V2QuantizedEmbeddingModel peer = new AllMiniLmL6V2QuantizedEmbeddingModel();
        try (MiniLmEmbeddings alone = MiniLmEmbeddings.create();
                MiniLmEmbeddings batches = MiniLmEmbeddings.builder().batchTokens(512).build()) {
            for (int round = 0; round <= rounds; round++) {
                String name = round == 0 ? "warm-up" : "round " + round;
                measure(name + " LangChain4j", segments, peer::embedAll);
                measure(name + " Gator, one by one", texts, all -> embed(alone, all));
                measure(name + " Gator, batches of 512 pieces", texts, all -> embed(batches, all));
            }
        }
        System.exit(0); // the peer's threads would keep the JVM
    }

    private static void embed(EmbeddingModel model, List<String> texts) {
        model.embed(EmbeddingRequest.of(texts));
    }

    private static <T> void measure(String name, List<T> texts, Consumer<List<T>> embed) {
        long cpu = cpu();
        long start = System.nanoTime();
        embed.accept(texts);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-40s %6.0f sentences/s, %.2f ms CPU each%n",
                name,
                texts.size() / seconds,
                (cpu() - cpu) / 1e6 / texts.size());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static List<String> texts(int count) {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int w = 8 + random.nextInt(24); w > 0; w--) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            texts.add(text.append(i).toString());
        }
        return texts;
    }
}
