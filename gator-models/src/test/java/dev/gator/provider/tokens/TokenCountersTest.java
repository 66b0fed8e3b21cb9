package dev.gator.provider.tokens;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.TokenCounter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Exact counts where they can be had, estimates elsewhere, and a clear word where the library is missing. */
class TokenCountersTest {

    /** The counts that OpenAI's own guide to its tokenizer gives. */
    @Test
    void countsAsOpenAiDoes() {
        TokenCounter large = BpeTokenCounter.o200k();
        TokenCounter small = BpeTokenCounter.cl100k();
        assertEquals(6, large.count("antidisestablishmentarianism"));
        assertEquals(6, small.count("antidisestablishmentarianism"));
        assertEquals(7, large.count("2 + 2 = 4"));
        assertEquals(7, small.count("2 + 2 = 4"));
        assertEquals(8, large.count("お誕生日おめでとう"));
        assertEquals(9, small.count("お誕生日おめでとう"));
        assertEquals(6, small.count("tiktoken is great!"));
        assertEquals(0, large.count(""));
        assertEquals(0, large.errorBound());
    }

    @Test
    void countsNamesOfSpecialTokensAsText() {
        assertTrue(assertDoesNotThrow(() -> BpeTokenCounter.cl100k().count("<|endoftext|>")) > 1);
        assertTrue(assertDoesNotThrow(() -> BpeTokenCounter.o200k().count("<|endoftext|>")) > 1);
    }

    @Test
    void countsMonotonousTextsInReasonableTime() {
        for (String letter : List.of("a", " ", "\n", "世", "!", "1")) {
            String text = letter.repeat(50_000);
            for (TokenCounter counter : List.of(BpeTokenCounter.o200k(), BpeTokenCounter.cl100k())) {
                assertTrue(assertTimeout(Duration.ofSeconds(20), () -> counter.count(text)) > 0);
            }
        }
    }

    @Test
    void countsWholeRequests() {
        TokenCounter counter = BpeTokenCounter.o200k();
        int text = counter.count("antidisestablishmentarianism");
        assertTrue(counter.count(ChatRequest.of("antidisestablishmentarianism")) > text);
    }

    @Test
    void choosesByModel() {
        for (String id : List.of(
                "openai:gpt-4o-mini",
                "openai:gpt-4.1",
                "openai:gpt-5.4-nano",
                "openai:o3",
                "openai:o4-mini",
                "groq:openai/gpt-oss-20b",
                "ollama:gpt-oss:20b")) {
            assertEquals("o200k_base", TokenCounters.forModel(id).toString(), id);
        }
        for (String id :
                List.of("openai:gpt-4", "azure:gpt-35-turbo", "openai:gpt-4-turbo", "openai:text-embedding-3-small")) {
            assertEquals("cl100k_base", TokenCounters.forModel(id).toString(), id);
        }
        for (String id : List.of(
                "anthropic:claude-opus-4-5", "ollama:llama3.2:1b", "ollama:olmo2", "cohere:command-a-03-2025")) {
            assertSame(TokenCounter.estimate(), TokenCounters.forModel(id), id);
        }
    }

    @Test
    void remembersCountsWithinItsBounds() {
        CountMemory memory = new CountMemory();
        AtomicInteger counted = new AtomicInteger();
        String text = "x".repeat(100);
        IntStream.range(0, 5).forEach(i -> memory.get(text, one -> counted.incrementAndGet()));
        assertEquals(1, counted.get());
        memory.get("short", one -> counted.incrementAndGet());
        memory.get("short", one -> counted.incrementAndGet());
        assertEquals(3, counted.get());
        IntStream.range(0, 200).forEach(i -> memory.get((i + " ").repeat(5_000), String::length));
        assertTrue(memory.held() <= 1 << 20, () -> memory.held() + " characters are held");
        memory.get(text, one -> counted.incrementAndGet());
        assertEquals(4, counted.get(), "what was not asked for the longest is forgotten");
    }

    @Test
    void namesTheMissingLibrary() throws Exception {
        URL[] withoutIt = {
            BpeTokenCounter.class.getProtectionDomain().getCodeSource().getLocation(),
            TokenCounter.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader bare = new URLClassLoader(withoutIt, ClassLoader.getPlatformClassLoader())) {
            Class<?> exact = bare.loadClass(BpeTokenCounter.class.getName());
            assertNotEquals(BpeTokenCounter.class, exact);
            InvocationTargetException e = assertThrows(InvocationTargetException.class, () -> exact.getMethod("o200k")
                    .invoke(null));
            assertTrue(e.getCause().toString().contains("com.knuddels:jtokkit"), () -> e.getCause()
                    .toString());
            assertTrue(e.getCause().toString().contains("GATOR-PRV-022"), () -> e.getCause()
                    .toString());
            Object chosen = bare.loadClass(TokenCounters.class.getName())
                    .getMethod("forModel", String.class)
                    .invoke(null, "openai:gpt-4o");
            assertEquals(TokenCounter.estimate().toString(), chosen.toString());
        }
    }
}
