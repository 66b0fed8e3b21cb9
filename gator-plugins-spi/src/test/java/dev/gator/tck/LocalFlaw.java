package dev.gator.tck;

/** Mistakes in models on this machine, and the tests that find them. */
enum LocalFlaw {
    SAYS_NOTHING("answersInWords"),
    STREAMS_SOMETHING_ELSE("answersTheSameStreamedAndWhole"),
    ALWAYS_THE_SAME("answersDifferentQuestionsDifferently"),
    ONE_DELTA("tellsItsPartsInOrder"),
    COUNTS_NOTHING("countsTokensAndPricesThem"),
    NO_LIMIT("keepsTheLimitOfTheAnswer"),
    TAKES_TOOLS("refusesToolsUnlessItClaimsThem"),
    TAKES_FILES("refusesFilesUnlessItClaimsThem"),
    TAKES_SCHEMAS("answersWithFittingJsonIfItClaimsTo"),
    RUNS_ON("stopsAtStopSequencesIfItClaimsTo"),
    STARTS_ANYWAY("startsNothingWhenCancelledOrLate"),
    MIXES_CALLERS("answersSeveralCallersAtOnce");

    private final String foundBy;

    LocalFlaw(String foundBy) {
        this.foundBy = foundBy;
    }

    String foundBy() {
        return foundBy;
    }
}
