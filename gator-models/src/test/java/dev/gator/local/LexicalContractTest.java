package dev.gator.local;

import dev.gator.embed.Reranker;
import dev.gator.tck.LocalRerankerContract;

class LexicalContractTest implements LocalRerankerContract {

    @Override
    public Reranker model() {
        return LexicalReranker.create();
    }
}
