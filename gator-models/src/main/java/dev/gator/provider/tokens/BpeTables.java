package dev.gator.provider.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.function.ToIntFunction;

/** The vocabularies: megabytes that never change, so each is read once, when it is first asked for. */
final class BpeTables {

    private BpeTables() {}

    static ToIntFunction<String> o200k() {
        return LargeOne.ENCODING::countTokensOrdinary;
    }

    static ToIntFunction<String> cl100k() {
        return SmallOne.ENCODING::countTokensOrdinary;
    }

    private static final class LargeOne {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    private static final class SmallOne {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }
}
