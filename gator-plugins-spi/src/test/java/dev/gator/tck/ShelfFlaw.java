package dev.gator.tck;

/** Mistakes in embedding models, rerankers and providers, and the tests that find them. */
enum ShelfFlaw {
    SHUFFLES_VECTORS(ShelfContracts.Vectors.class, "givesEachTextItsVectorInOrder"),
    SENDS_EVERYTHING_AT_ONCE(ShelfContracts.Vectors.class, "splitsWhatIsTooMuchForOneCall"),
    FORGETS_PURPOSE(ShelfContracts.Vectors.class, "saysWhatTheVectorsAreFor"),
    FORGETS_DIMENSIONS(ShelfContracts.Vectors.class, "saysHowManyDimensionsAreWanted"),
    TAKES_TOO_FEW_VECTORS(ShelfContracts.Vectors.class, "failsWhenVectorsAreMissing"),
    WORST_FIRST(ShelfContracts.Ranking.class, "returnsTheBestFirstUnderTheirOwnNumbers"),
    FORGETS_TOP(ShelfContracts.Ranking.class, "returnsNoMoreThanWanted"),
    TRUSTS_INDEXES(ShelfContracts.Ranking.class, "failsWhenTheServiceNamesADocumentThatIsNone"),
    CLAIMS_TOO_MUCH(ShelfContracts.Provider.class, "makesTheKindsItClaimsAndNoOthers"),
    UNHEALTHY_WITHOUT_KEY(ShelfContracts.Provider.class, "isNotConfiguredWithoutAKey"),
    HEALTH_THROWS(ShelfContracts.Provider.class, "isUnhealthyWhenTheServiceFailsAndNeverThrows"),
    WORKS_WHEN_CLOSED(ShelfContracts.Provider.class, "refusesWorkOnceClosed"),
    LETS_CALLS_RUN_ON(ShelfContracts.Provider.class, "endsRunningCallsWhenClosed");

    private final Class<?> contract;
    private final String foundBy;

    ShelfFlaw(Class<?> contract, String foundBy) {
        this.contract = contract;
        this.foundBy = foundBy;
    }

    ContractRun run() {
        return ContractRun.of(contract, foundBy);
    }
}
