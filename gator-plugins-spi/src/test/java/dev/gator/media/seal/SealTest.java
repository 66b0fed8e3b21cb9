package dev.gator.media.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final CallContext CONTEXT = CallContext.create();
    private static final MediaOrigin ORIGIN =
            MediaOrigin.of("test:painter", "a cat", Instant.EPOCH).forPersona("Emma");

    private final Sealer sealer = new PlainSealer();
    private final SyntheticMedia cat = SyntheticMedia.of(bytes("meow"), MediaType.PNG, ORIGIN);

    @TempDir
    Path folder;

    @Test
    void rawBytesHaveNoWayOut() {
        Set<Class<?>> readable = Set.of(byte[].class, InputStream.class, String.class, RawMedia.class);
        List<String> doors = Arrays.stream(SyntheticMedia.class.getMethods())
                .filter(m -> m.getDeclaringClass() == SyntheticMedia.class && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> readable.contains(m.getReturnType()))
                .map(Method::getName)
                .sorted()
                .toList();
        assertEquals(List.of("sha256", "toString"), doors);
        assertTrue(Arrays.stream(RawMedia.class.getDeclaredConstructors())
                .noneMatch(c -> Modifier.isPublic(c.getModifiers())));
        assertFalse(cat.toString().contains("meow"));
    }

    @Test
    void sealedMediaTellsItsOriginAndCanBeOpenedAgain() throws IOException {
        SealedMedia sealed = cat.seal(sealer, Label.DEFAULT, CONTEXT);
        assertEquals(ORIGIN, sealed.manifest().origin());
        Path file = sealed.writeTo(folder.resolve("cat.png"));
        byte[] saved = Files.readAllBytes(file);
        assertArrayEquals(sealed.bytes(), saved);
        assertEquals(
                sealed.manifest(),
                SealedMedia.open(saved, MediaType.PNG, sealer).manifest());
        assertEquals(sealed.sha256(), sealed.attachment().sha256());
        assertArrayEquals(saved, sealed.open().readAllBytes());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aChangedByteBreaksTheSeal() {
        byte[] forged = cat.seal(sealer, Label.DEFAULT, CONTEXT).bytes();
        forged[0]++;
        assertRefused(SealError.NOT_SEALED, () -> SealedMedia.open(forged, MediaType.PNG, sealer));
        assertRefused(SealError.NOT_SEALED, () -> SealedMedia.open(bytes("meow"), MediaType.PNG, sealer));
    }

    @Test
    void aSealerThatLiesIsFoundOut() {
        MediaOrigin other = MediaOrigin.of("camera", "a real cat", Instant.EPOCH);
        assertRefused(SealError.FALSE_MANIFEST, () -> cat.seal(lying(other, Label.DEFAULT), Label.DEFAULT, CONTEXT));
        Label mild = Label.DEFAULT.saying("made with care");
        assertRefused(SealError.FALSE_MANIFEST, () -> cat.seal(lying(ORIGIN, mild), Label.DEFAULT, CONTEXT));
    }

    @Test
    void aSealerThatCannotReadItsOwnSealIsFoundOut() {
        Sealer forgetful = new Sealer() {
            @Override
            public Sealed seal(RawMedia media, Label label, CallContext context) {
                return new Sealed(
                        media.bytes(), sealer.seal(media, label, context).manifest());
            }

            @Override
            public Optional<MediaManifest> verify(byte[] bytes, MediaType type) {
                return sealer.verify(bytes, type);
            }
        };
        assertRefused(SealError.FALSE_MANIFEST, () -> cat.seal(forgetful, Label.DEFAULT, CONTEXT));
    }

    @Test
    void aFailedWriteNamesTheFile() {
        SealedMedia sealed = cat.seal(sealer, Label.DEFAULT, CONTEXT);
        assertRefused(SealError.NOT_WRITTEN, () -> sealed.writeTo(folder.resolve("missing/cat.png")));
    }

    @Test
    void aCompositionKeepsEveryOrigin() {
        MediaOrigin otherOrigin = MediaOrigin.of("test:singer", "a song", Instant.EPOCH);
        SyntheticMedia song = SyntheticMedia.of(bytes("la"), MediaType.WAV, otherOrigin);
        SyntheticMedia film = SyntheticMedia.compose(List.of(cat, song), new Joiner(), CONTEXT);
        assertEquals("test:painter+test:singer", film.origin().model());
        assertEquals(Optional.empty(), film.origin().persona());
        assertEquals(MediaType.MP4, film.type());
        assertEquals(6, film.size());
        SyntheticMedia cats = SyntheticMedia.compose(List.of(cat, cat), new Joiner(), CONTEXT);
        assertEquals(Optional.of("Emma"), cats.origin().persona());
    }

    @Test
    void valuesAreChecked() {
        assertRefused(CallError.BAD_ARGUMENT, () -> Label.DEFAULT.saying(" "));
        assertRefused(CallError.BAD_ARGUMENT, () -> SyntheticMedia.of(new byte[0], MediaType.PNG, ORIGIN));
        assertRefused(CallError.BAD_ARGUMENT, () -> MediaOrigin.composed(List.of(), Instant.EPOCH));
        assertRefused(CallError.BAD_ARGUMENT, () -> new MediaOrigin("m", null, "no hash", Instant.EPOCH, List.of()));
        assertEquals(ORIGIN, MediaOrigin.ofJson(ORIGIN.json()));
        assertFalse(ORIGIN.json().toString().contains("a cat"));
        assertEquals(Label.Place.START, Label.DEFAULT.at(Label.Place.START).place());
    }

    private Sealer lying(MediaOrigin origin, Label label) {
        return new Sealer() {
            @Override
            public Sealed seal(RawMedia media, Label wanted, CallContext context) {
                return sealer.seal(new RawMedia(media.bytes(), media.type(), origin), label, context);
            }

            @Override
            public Optional<MediaManifest> verify(byte[] bytes, MediaType type) {
                return sealer.verify(bytes, type);
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(ErrorCode code, Executable action) {
        assertEquals(code, assertThrows(GatorException.class, action).code());
    }

    private static final class Joiner implements Composer {
        @Override
        public MediaType type() {
            return MediaType.MP4;
        }

        @Override
        public byte[] compose(List<RawMedia> parts, CallContext context) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            parts.forEach(part -> out.writeBytes(part.bytes()));
            return out.toByteArray();
        }
    }
}
