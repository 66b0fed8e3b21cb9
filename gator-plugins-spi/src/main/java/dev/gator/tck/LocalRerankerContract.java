package dev.gator.tck;

import dev.gator.embed.Reranker;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every reranker on this machine must do, as tests. */
@ExtendWith(ContractWatch.class)
@Timeout(120)
public interface LocalRerankerContract extends LocalRerankTests {

    /** Returns the reranker under test; may return the same one every time. */
    @Override
    Reranker model();
}
