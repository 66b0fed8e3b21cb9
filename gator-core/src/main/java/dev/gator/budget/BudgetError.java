package dev.gator.budget;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Why spending was refused. The refused call was never made. */
public enum BudgetError implements ErrorCode {
    /** The call could cost more than is left. */
    MONEY_EXCEEDED("GATOR-BUD-001", "raise the money limit of the named budget, or ask for less"),
    /** The call could take more tokens than are left. */
    TOKENS_EXCEEDED("GATOR-BUD-002", "raise the token limit of the named budget, or lower maxTokens"),
    /** All calls were made. */
    CALLS_EXCEEDED("GATOR-BUD-003", "raise the number of calls of the named budget, or wait for its next window"),
    /** All working time was used. */
    TIME_EXCEEDED("GATOR-BUD-004", "raise the working time of the named budget, or wait for its next window"),
    /** The budget limits money, but the price of the model is unknown. */
    PRICE_UNKNOWN("GATOR-BUD-005", "add the model's price to the catalogue, or allow unknown prices in the limit");

    private final String id;
    private final String remedy;

    BudgetError(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return ErrorCategory.BUDGET;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
