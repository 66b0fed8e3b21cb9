package dev.gator.rag.index.opensearch;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;

/** An OpenSearch node in a process of its own, from the jars that src/test/opensearch/pom.xml brings. */
final class RealNode implements AutoCloseable {

    private static final Path JARS = Path.of("src/test/opensearch/target/node");
    private static final Path SOURCE = Path.of("src/test/opensearch/OpenSearchNode.java");

    private final Process process;
    private final URI address;

    private RealNode(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static RealNode start(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isDirectory(JARS),
                "no OpenSearch here; mvn -f gator-rag/src/test/opensearch package brings one (50 MB)");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx700m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        JARS + File.separator + "*",
                        SOURCE.toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> listen(process, said, address), "opensearch-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new RealNode(process, URI.create("http://" + address.get(180, SECONDS)));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("OpenSearch did not start: " + said, e);
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static void listen(Process process, StringBuilder said, CompletableFuture<String> address) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("listening ")) {
                    address.complete(line.substring("listening ".length()).strip());
                }
            }
            address.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }
}
