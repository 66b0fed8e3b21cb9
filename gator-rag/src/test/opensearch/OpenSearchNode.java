import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.knn.plugin.KNNPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node with its k-NN plugin, in the process that this file starts: java -cp "target/node/*"
 * OpenSearchNode.java FOLDER. It prints its address and ends with its standard input. The server's own start script is
 * passed by, as it refuses to run as root, which a container often is.
 */
public final class OpenSearchNode extends Node {

    private OpenSearchNode(Settings settings) {
        super(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "gator-test"),
                List.of(Netty4Plugin.class, ReindexPlugin.class, KNNPlugin.class),
                true);
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(home.resolve("config"));
        Settings settings = Settings.builder()
                .put("path.home", home.toString())
                .put("cluster.name", "gator-test")
                .put("discovery.type", "single-node")
                .put("http.port", "0")
                .put("transport.port", "0")
                .put("network.host", "127.0.0.1")
                .put("transport.type", "netty4")
                .put("http.type", "netty4")
                .put("knn.plugin.enabled", true)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        try (Node node = new OpenSearchNode(settings)) {
            node.start();
            System.out.println("listening "
                    + node.injector()
                            .getInstance(HttpServerTransport.class)
                            .boundAddress()
                            .publishAddress());
            while (System.in.read() >= 0) {}
        }
    }
}
