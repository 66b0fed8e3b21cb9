package dev.gator.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.call.Owner;
import dev.gator.content.Attachment;
import dev.gator.content.Language;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.media.seal.MediaOrigin;
import dev.gator.media.seal.SyntheticMedia;
import dev.gator.usage.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MediaValuesTest {

    private static final Attachment.Bytes PHOTO = Attachment.of(new byte[] {1}, MediaType.PNG);
    private static final ReferenceImage SHOE = ReferenceImage.withoutPeople(PHOTO, Owner.DEFAULT);

    @Test
    void anImageRequestKeepsWhatItWasTold() {
        ImageRequest request = ImageRequest.of("a cat")
                .negativePrompt("dogs")
                .size(FrameSize.REEL)
                .count(2)
                .quality(Quality.HIGH)
                .seed(7)
                .steps(30)
                .guidance(7.5)
                .format(MediaType.WEBP)
                .transparent(true)
                .reference(SHOE)
                .edit(new ImageEdit.Upscale(SHOE, 4))
                .persona("Emma")
                .overrides(Overrides.none().withModel("other"))
                .build();
        ImageRequest copy = request.withContext(CallContext.create().withOwner(Owner.tenant("t")));
        assertEquals("t", copy.context().owner().tenant());
        assertEquals("a cat", copy.prompt());
        assertEquals(Optional.of("dogs"), copy.negativePrompt());
        assertTrue(copy.size().isUpright() && copy.transparent());
        assertEquals(2, copy.count());
        assertEquals(Quality.HIGH, copy.quality());
        assertEquals(OptionalLong.of(7), copy.seed());
        assertEquals(OptionalInt.of(30), copy.steps());
        assertEquals(7.5, copy.guidance().orElseThrow());
        assertEquals(MediaType.WEBP, copy.format());
        assertEquals(List.of(SHOE), copy.references());
        assertEquals(SHOE, copy.edit().orElseThrow().image());
        assertEquals(Optional.of("Emma"), copy.persona());
        assertEquals(Optional.of("other"), copy.overrides().model());
    }

    @Test
    void imageRequestsAreChecked() {
        assertRefused(() -> ImageRequest.of(" "));
        assertRefused(() -> ImageRequest.of("x").count(11));
        assertRefused(() -> ImageRequest.of("x").steps(0));
        assertRefused(() -> ImageRequest.of("x").guidance(31));
        assertRefused(() -> ImageRequest.of("x").format(MediaType.WAV).build());
        assertRefused(() -> new FrameSize(63, 100));
        assertRefused(() -> new ImageEdit.Inpaint(SHOE, Attachment.of(new byte[] {1}, MediaType.WAV)));
        assertRefused(() -> new ImageEdit.Outpaint(SHOE, 0, 0, 0, 0));
        assertRefused(() -> new ImageEdit.Upscale(SHOE, 1));
        assertRefused(() -> new ImageEdit.Variation(SHOE, 1.1));
        assertRefused(() -> new ImageEdit.Control(SHOE, ImageEdit.Structure.DEPTH, -1));
        assertEquals(SHOE, new ImageEdit.RemoveBackground(SHOE).image());
    }

    @Test
    void aSpeechRequestKeepsWhatItWasTold() {
        VoiceProfile voice = VoiceProfile.of("alloy")
                .withPitch(VoicePitch.LOW)
                .withSpeed(VoiceSpeed.FAST)
                .withEmotion(VoiceEmotion.HAPPY);
        SpeechRequest request = SpeechRequest.of("Hello", voice)
                .language(Language.of("pt-br"))
                .format(MediaType.MP3)
                .sampleRate(22_050)
                .wordTimings(true)
                .before("a")
                .after("b")
                .build()
                .toBuilder()
                .build();
        assertEquals("Hello", request.text());
        assertEquals(1.25, request.profile().speed().factor());
        assertEquals("pt-BR", request.language().orElseThrow().toString());
        assertEquals("pt", request.language().orElseThrow().base());
        assertEquals(OptionalInt.of(22_050), request.sampleRate());
        assertTrue(request.wordTimings());
        assertEquals(Optional.of("a"), request.before());
        assertEquals(Optional.of("b"), request.after());
        assertRefused(() -> SpeechRequest.of("", voice));
        assertRefused(() -> SpeechRequest.of("x", voice).sampleRate(1));
        assertRefused(() -> SpeechRequest.of("x", voice).format(MediaType.PNG).build());
        assertRefused(() -> Voice.stock(""));
        assertRefused(() -> Language.of("not a language"));
        assertRefused(() -> Language.of("x_"));
    }

    @Test
    void otherRequestsAreChecked() {
        assertRefused(() -> TranscriptionRequest.of(PHOTO).build());
        assertTrue(TranscriptionRequest.of(Attachment.of(new byte[] {1}, MediaType.MP4))
                .speakers(true)
                .build()
                .speakers());
        assertRefused(() -> VideoRequest.of("x").length(Duration.ofHours(1)));
        assertRefused(() -> VideoRequest.of("x").length(Duration.ZERO));
        assertRefused(() -> VideoRequest.of("x").frameRate(0));
        assertEquals(
                CameraMove.PAN_LEFT,
                VideoRequest.of("x").camera(CameraMove.PAN_LEFT).build().toBuilder()
                        .build()
                        .camera());
        assertRefused(() -> MusicRequest.of("x").beatsPerMinute(10));
        assertRefused(() -> MusicRequest.of("x").format(MediaType.MP4).build());
        assertEquals(
                Optional.of("la"),
                MusicRequest.of("x").lyrics("la").build().toBuilder().build().lyrics());
    }

    @Test
    void repliesAndCardsAreChecked() {
        SyntheticMedia media =
                SyntheticMedia.of(new byte[] {1}, MediaType.PNG, MediaOrigin.of("m", "p", Instant.EPOCH));
        assertRefused(() -> new ImageReply(List.of(), null, MediaReceipt.UNKNOWN));
        assertEquals(media, new ImageReply(List.of(media), null, MediaReceipt.UNKNOWN).image());
        assertEquals(Optional.empty(), MediaReceipt.UNKNOWN.cost());
        assertRefused(() -> new TimedWord("a", Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertRefused(() -> new Transcript.Segment("a", Duration.ofSeconds(-1), Duration.ZERO, null));
        MediaPrice price =
                new MediaPrice(Money.usd("0.04"), MediaPrice.Unit.IMAGE, "price page", LocalDate.of(2026, 1, 1));
        MediaCard card = MediaCard.of("test:painter")
                .withCapabilities(MediaCapability.SEED)
                .withFormats(MediaType.PNG)
                .withLanguages(Language.EN)
                .withPrice(price);
        assertTrue(card.can(MediaCapability.SEED));
        assertFalse(card.can(MediaCapability.INPAINT));
        assertEquals(Money.usd("0.08"), card.price().orElseThrow().cost(2));
        assertRefused(() -> price.cost(-1));
        assertRefused(() -> MediaCard.of(""));
    }

    private static void assertRefused(Executable action) {
        assertEquals(
                CallError.BAD_ARGUMENT,
                assertThrows(GatorException.class, action).code());
    }
}
