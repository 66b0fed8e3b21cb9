package dev.gator.media.seal;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.content.Sha256;
import dev.gator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A real, if simple, seal: the manifest as a last line behind the content it fingerprints. */
public final class PlainSealer implements Sealer {

    @Override
    public Sealed seal(RawMedia media, Label label, CallContext context) {
        byte[] raw = media.bytes();
        MediaManifest manifest = new MediaManifest("test", media.origin(), media.type(), Sha256.of(raw), label, false);
        byte[] line = ("\n" + manifest.json()).getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(raw, raw.length + line.length);
        System.arraycopy(line, 0, whole, raw.length, line.length);
        return new Sealed(whole, manifest);
    }

    @Override
    public Optional<MediaManifest> verify(byte[] bytes, MediaType type) {
        int end = bytes.length - 1;
        while (end >= 0 && bytes[end] != '\n') {
            end--;
        }
        if (end < 0) {
            return Optional.empty();
        }
        String line = new String(bytes, end + 1, bytes.length - end - 1, StandardCharsets.UTF_8);
        MediaManifest manifest = MediaManifest.ofJson(Json.parse(line).asObject());
        return Optional.of(manifest).filter(m -> m.sha256()
                .equals(Sha256.of(
                        Arrays.copyOf(bytes, bytes.length - line.getBytes(StandardCharsets.UTF_8).length - 1))));
    }
}
