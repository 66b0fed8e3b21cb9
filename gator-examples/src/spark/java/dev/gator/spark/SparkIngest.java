package dev.gator.spark;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.local.MiniLmEmbeddings;
import dev.gator.rag.chunk.StructureChunker;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.index.Stores;
import dev.gator.rag.parse.Parsers;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Documents by the million: Spark parses, cuts and embeds them on many machines and writes Parquet; then one process loads
 * the Parquet into an index. A piece is named after its document and its words, so a task or a load that runs twice
 * writes the same records again and nothing twice.
 */
public final class SparkIngest {

    private static final StructType PIECE = new StructType()
            .add("id", DataTypes.StringType, false)
            .add("document", DataTypes.StringType, false)
            .add("title", DataTypes.StringType, false)
            .add("source", DataTypes.StringType, false)
            .add("text", DataTypes.StringType, false)
            .add("start", DataTypes.IntegerType, false)
            .add("end", DataTypes.IntegerType, false)
            .add("headings", DataTypes.createArrayType(DataTypes.StringType), false)
            .add("page", DataTypes.IntegerType, false)
            .add("meaning", DataTypes.createArrayType(DataTypes.FloatType), false);
    private static final int LOADED_AT_ONCE = 500;

    private SparkIngest() {}

    /** Takes the folder of documents, the folder for the Parquet files and the folder of the index. */
    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder()
                .appName("gator-ingest")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
        try {
            embed(spark, args[0], args[1]);
            System.out.printf("%,d pieces in the index%n", load(spark, args[1], Path.of(args[2])));
        } finally {
            spark.stop();
        }
    }

    private static void embed(SparkSession spark, String documents, String parquet) {
        Dataset<Row> files = spark.read()
                .format("binaryFile")
                .option("recursiveFileLookup", "true")
                .load(documents)
                .select("path", "content");
        files.repartition(spark.sparkContext().defaultParallelism() * 2)
                .mapPartitions((MapPartitionsFunction<Row, Row>) SparkIngest::pieces, Encoders.row(PIECE))
                .write()
                .mode("overwrite")
                .parquet(parquet);
    }

    /** Works on one part of the files; the model is opened once for all of them. */
    private static Iterator<Row> pieces(Iterator<Row> files) {
        List<Row> rows = new ArrayList<>();
        Parsers parsers = Parsers.standard();
        CallContext context = CallContext.create();
        try (MiniLmEmbeddings model =
                MiniLmEmbeddings.builder().threads(1).batchTokens(512).build()) {
            while (files.hasNext()) {
                Row file = files.next();
                List<Chunk> chunks = chunks(parsers, file.getString(0), file.getAs(1), context);
                if (!chunks.isEmpty()) {
                    List<String> texts = chunks.stream().map(Chunk::text).toList();
                    List<Embedding> meanings =
                            model.embed(EmbeddingRequest.of(texts)).embeddings();
                    for (int i = 0; i < chunks.size(); i++) {
                        rows.add(row(chunks.get(i), meanings.get(i)));
                    }
                }
            }
        }
        return rows.iterator();
    }

    private static List<Chunk> chunks(Parsers parsers, String path, byte[] content, CallContext context) {
        try {
            return StructureChunker.usual().cut(parsers.parse(path, content, context), context);
        } catch (GatorException e) {
            System.err.println("passed over: " + e.getMessage()); // one broken file must not end the job
            return List.of();
        }
    }

    private static Row row(Chunk chunk, Embedding meaning) {
        float[] vector = meaning.toArray();
        Float[] boxed = new Float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            boxed[i] = vector[i];
        }
        return RowFactory.create(
                chunk.id(),
                chunk.documentId(),
                chunk.title(),
                chunk.source(),
                chunk.text(),
                chunk.start(),
                chunk.end(),
                chunk.headings().toArray(String[]::new),
                chunk.page(),
                boxed);
    }

    private static long load(SparkSession spark, String parquet, Path index) {
        CollectionName collection = CollectionName.of("documents");
        try (VectorStore store = Stores.lucene(index)) {
            List<VectorRecord> some = new ArrayList<>();
            Iterator<Row> rows = spark.read().parquet(parquet).toLocalIterator();
            while (rows.hasNext()) {
                some.add(record(rows.next()));
                if (some.size() == LOADED_AT_ONCE || !rows.hasNext()) {
                    store.upsert(Owner.DEFAULT, collection, some);
                    some.clear();
                }
            }
            store.flush(Owner.DEFAULT, collection);
            return store.count(Owner.DEFAULT, collection, Filter.all());
        }
    }

    private static VectorRecord record(Row row) {
        List<Float> boxed = row.getList(9);
        float[] vector = new float[boxed.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = boxed.get(i);
        }
        Chunk chunk = new Chunk(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getList(7),
                row.getInt(8),
                Attributes.none());
        return chunk.toRecord(Embedding.of(vector));
    }
}
