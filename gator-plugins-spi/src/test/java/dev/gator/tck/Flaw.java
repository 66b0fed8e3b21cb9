package dev.gator.tck;

/** A mistake that a provider's author could make, planted into the toy model, and the test that finds it. */
enum Flaw {
    DROPS_INSTRUCTIONS("sendsInstructionsAndHistoryInOrder"),
    DECODES_LATIN_1("keepsEveryCharacterOfAnswerAndQuestion"),
    WRONG_MODEL_NAME("sendsTheModelsName"),
    NO_KEY_HEADER("sendsTheKeyWhereTheServiceExpectsIt"),
    STREAM_HAS_NO_USAGE("reportsTheTokensThatTheServiceCounted"),
    FORGETS_CACHE("reportsTokensReadFromTheCache"),
    FORGETS_CACHE_WRITES("reportsTokensWrittenToTheCache"),
    FORGETS_THINKING_TOKENS("reportsTokensSpentOnThinking"),
    FREE_OF_CHARGE("pricesTheAnswerByTheCard"),
    ALWAYS_STOPS("tellsThatTheLimitWasReached"),
    SENDS_A_DEFAULT_TEMPERATURE("leavesToTheServiceWhatIsNotSet"),
    WARNS_ALWAYS("warnsOfNothingWhenNothingWasSet"),
    BUFFERS_THE_STREAM("tellsWordsBeforeTheAnswerIsComplete"),
    NO_PART_STARTED("tellsEachPartFromStartToEndUnderOneNumber"),
    STARTED_WITHOUT_ID("keepsWarningsAndIdInTheFirstEvent"),
    NEEDS_A_SPACE("readsEverySpellingOfTheSameEvents"),
    DROPS_THE_SECOND_TOOL("offersToolsWithTheirSchema"),
    ONE_CALL_ONLY("callsSeveralToolsInOneRound"),
    CALLS_WITHOUT_DELTAS("streamsTheArgumentsOfACall"),
    LOSES_RESULT_IDS("sendsCallsAndResultsBack"),
    IGNORES_TOOL_CHOICE("sendsEveryToolChoice"),
    NO_SCHEMA("sendsTheSchemaInTheServicesOwnWay"),
    NO_JSON_MODE("asksForAnyJson"),
    BREAKS_FILES("sendsAPicture"),
    DROPS_FILES("sendsADocument"),
    DROPS_TOP_P("sendsASettingOrWarnsOfIt"),
    DROPS_STOP("sendsStopSequences"),
    DROPS_SEED("sendsTheSeed"),
    NO_WARNINGS_IN_STREAM("tellsWarningsInTheFirstEventToo"),
    NO_THINKING("asksForThinking"),
    HIDES_THOUGHTS("showsWhatTheModelThought"),
    LOSES_SIGNATURES("sendsSignedThoughtsBackUnchanged"),
    NO_CACHE_POINTS("passesCachePointsOn"),
    IGNORES_MODEL_OVERRIDE("asksAnotherModelForOneCall"),
    IGNORES_KEY_OVERRIDE("signsOneCallWithAnotherKey"),
    IGNORES_ADDRESS_OVERRIDE("callsAnotherAddressForOneCall"),
    LEAKS_KEY_TO_OTHER_ADDRESS("neverSendsItsKeyToAnotherAddress"),
    MIXES_UP_CALLERS("answersManyCallersAtOnceEachWithItsOwn"),
    STARTS_CANCELLED_CALLS("sendsNothingWhenAlreadyCancelled"),
    STARTS_LATE_CALLS("sendsNothingWhenTheDeadlineHasPassed"),
    IGNORES_DEADLINE("stopsAtTheDeadline"),
    IGNORES_CANCELLATION("closesTheSocketWhenCancelledWhileWaiting"),
    KEEPS_SOCKET_OF_CLOSED_STREAM("closesTheSocketWhenAStreamIsClosedFromAnotherThread"),
    KEEPS_ABANDONED_CONNECTIONS("leavesNoConnectionBehindWhenStreamsAreAbandoned"),
    ONE_ERROR_FOR_ALL("mapsEveryFailureOfTheService"),
    TRIES_AGAIN("mapsEveryFailureOfTheService"),
    NO_RETRY_AFTER("readsHowLongToWait"),
    IGNORES_STREAM_ERRORS("failsWhenTheStreamReportsAFailure"),
    ASKS_WITHOUT_KEY("saysThatTheKeyIsMissing"),
    LEAKS_RUNTIME_EXCEPTIONS("failsWhenTheAnswerIsNotTheServices"),
    NO_TIMEOUTS("endsInTimeWhenTheServiceDawdles"),
    NO_STALL_LIMIT("endsInTimeWhenAStreamStalls"),
    BREAKS_ARE_INTERNAL("failsWhenTheConnectionBreaks"),
    TAKES_ANY_END_FOR_THE_END("failsWhenAStreamIsIncomplete"),
    READS_ANY_SIZE("stopsReadingAStreamThatIsTooLarge"),
    READS_ANY_BODY("stopsReadingWhenTheAnswerIsTooLarge"),
    FOLLOWS_REDIRECTS("followsNoRedirect"),
    CALLS_TLS_A_LOST_CONNECTION("trustsNoCertificateThatNobodySigned"),
    PLAIN_HTTP_ANYWHERE("refusesPlainHttpBeyondThisMachine"),
    KEY_IN_ERRORS("keepsTheKeyOutOfErrors"),
    KEY_IN_TO_STRING("keepsTheKeyOutOfTextForms"),
    KEY_IN_ADDRESS("keepsTheKeyOutOfTheAddress"),
    KEY_PRINTED("keepsTheKeyOutOfWhatIsPrinted"),
    IGNORES_ITS_CARD("");

    private final String foundBy;

    Flaw(String foundBy) {
        this.foundBy = foundBy;
    }

    String foundBy() {
        return foundBy;
    }
}
