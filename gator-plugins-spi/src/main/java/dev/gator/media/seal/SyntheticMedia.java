package dev.gator.media.seal;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.content.Sha256;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.util.List;

/**
 * What a model made. Its facts can be read, its bytes cannot: the way out is {@link #seal}. Immutable and thread-safe.
 */
public final class SyntheticMedia {

    private final byte[] raw;
    private final MediaType type;
    private final MediaOrigin origin;

    private SyntheticMedia(byte[] raw, MediaType type, MediaOrigin origin) {
        this.raw = raw;
        this.type = type;
        this.origin = origin;
    }

    /** Wraps a copy of what a model made; for implementors of models. */
    public static SyntheticMedia of(byte[] raw, MediaType type, MediaOrigin origin) {
        Require.that(raw.length > 0, "synthetic media is empty");
        return new SyntheticMedia(raw.clone(), type, origin);
    }

    /** Puts parts together; the whole is as unsealed as its parts and made under all their grants. */
    public static SyntheticMedia compose(List<SyntheticMedia> parts, Composer composer, CallContext context) {
        context.check();
        MediaOrigin whole = MediaOrigin.composed(
                parts.stream().map(SyntheticMedia::origin).toList(),
                context.time().now());
        byte[] bytes = composer.compose(parts.stream().map(SyntheticMedia::raw).toList(), context);
        return of(bytes, composer.type(), whole);
    }

    /** Returns what it is. */
    public MediaType type() {
        return type;
    }

    /** Returns where it comes from. */
    public MediaOrigin origin() {
        return origin;
    }

    /** Returns how many bytes there are. */
    public int size() {
        return raw.length;
    }

    /** Returns the fingerprint of the unsealed bytes. */
    public String sha256() {
        return Sha256.of(raw);
    }

    /** Returns the same bytes, made under that origin too; for engines that add a persona or a grant. */
    public SyntheticMedia withOrigin(MediaOrigin richer) {
        Require.that(richer.grants().containsAll(origin.grants()), "an origin cannot lose a grant");
        return new SyntheticMedia(raw, type, richer);
    }

    /**
     * Seals it, so that it can be read.
     *
     * @throws GatorException {@link SealError#FALSE_MANIFEST} if the sealer's manifest tells another origin or label, or
     *     the sealer itself does not recognise what it sealed
     */
    public SealedMedia seal(Sealer sealer, Label label, CallContext context) {
        context.check();
        Sealer.Sealed sealed = sealer.seal(raw(), label, context);
        MediaManifest manifest = sealed.manifest();
        boolean honest = manifest.origin().equals(origin) && manifest.label().equals(label);
        boolean readable = sealer.verify(sealed.bytes().clone(), manifest.type())
                .filter(manifest::equals)
                .isPresent();
        if (!honest || !readable) {
            throw new GatorException(SealError.FALSE_MANIFEST, "the seal of " + type + " does not say what it should");
        }
        return new SealedMedia(sealed.bytes(), manifest);
    }

    /** Returns type, size and model, never the content. */
    @Override
    public String toString() {
        return "SyntheticMedia[" + type + ", " + raw.length + " bytes, " + origin.model() + ", not sealed]";
    }

    private RawMedia raw() {
        return new RawMedia(raw, type, origin);
    }
}
