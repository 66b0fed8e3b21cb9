package dev.gator.media;

/** Bands of age. There are adult ones only, and no other type takes an age. */
public enum AdultAge {
    /** 18 to 24. */
    FROM_18_TO_24,
    /** 25 to 30. */
    FROM_25_TO_30,
    /** 31 to 40. */
    FROM_31_TO_40,
    /** 41 to 50. */
    FROM_41_TO_50,
    /** Over 50. */
    OVER_50
}
