package dev.gator.media;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.consent.ConsentError;
import dev.gator.consent.ConsentGrant;
import dev.gator.consent.ConsentIssuer;
import dev.gator.consent.ConsentLedger;
import dev.gator.consent.ConsentRequest;
import dev.gator.consent.ConsentScope;
import dev.gator.consent.ConsentVerifier;
import dev.gator.consent.Liveness;
import dev.gator.consent.Purpose;
import dev.gator.consent.Subject;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.media.seal.Label;
import dev.gator.media.seal.MediaOrigin;
import dev.gator.media.seal.PlainSealer;
import dev.gator.media.seal.SyntheticMedia;
import dev.gator.secret.Secret;
import java.io.File;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonMediaTest {

    private static final CallContext CONTEXT = CallContext.create().withOwner(Owner.tenant("acme"));
    private static final Attachment.Bytes PHOTO = Attachment.of(new byte[] {1}, MediaType.PNG);
    private static final Attachment.Bytes SOUND = Attachment.of(new byte[] {1}, MediaType.WAV);

    private final ConsentIssuer issuer = ConsentIssuer.of(
            (request, context) -> new ConsentVerifier.Approved(true, false, new Liveness.Shown(1, 1, Instant.EPOCH)),
            ConsentLedger.inMemory(),
            Secret.of("k".repeat(32)));

    @Test
    void noPublicMethodTakesAPersonWithoutAGrant() throws Exception {
        List<String> offenders = publicTypes(FaceAnimator.class)
                .filter(type -> !PersonMedia.class.isAssignableFrom(type))
                .flatMap(PersonMediaTest::publicMembers)
                .filter(PersonMediaTest::takesAPersonWithoutGrant)
                .map(Executable::toGenericString)
                .toList();
        assertEquals(List.of(), offenders);
        assertTrue(publicTypes(FaceAnimator.class).count() > 40, "the test sees the package");
    }

    @Test
    void theRuleItselfFindsOffenders() {
        assertTrue(publicMembers(Offender.class).anyMatch(PersonMediaTest::takesAPersonWithoutGrant));
    }

    @Test
    void aPictureOfAPersonIsCheckedWhenTheRequestIsBuilt() {
        ConsentGrant grant = grant(ConsentScope.LIKENESS_IMAGE);
        ImageRequest.Builder request =
                ImageRequest.of("on a beach").reference(ReferenceImage.ofPerson(PHOTO, grant, Purpose.ADVERTISING));
        assertDoesNotThrow(() -> request.context(CONTEXT).build());
        assertRefused(ConsentError.OTHER_HOLDER, () -> request.context(CallContext.create())
                .build());
        assertRefused(ConsentError.PURPOSE_NOT_GRANTED, () -> ImageRequest.of("on a beach")
                .context(CONTEXT)
                .edit(new ImageEdit.Variation(ReferenceImage.ofPerson(PHOTO, grant, Purpose.ENTERTAINMENT), 0.5))
                .build());
        ReferenceImage face = ReferenceImage.ofPerson(PHOTO, grant(ConsentScope.AGE), Purpose.ADVERTISING);
        assertRefused(
                ConsentError.SCOPE_NOT_GRANTED,
                () -> VideoRequest.of("runs").firstFrame(face).context(CONTEXT).build());
        assertRefused(
                ConsentError.SCOPE_NOT_GRANTED,
                () -> VideoRequest.of("runs").lastFrame(face).context(CONTEXT).build());
    }

    @Test
    void aGrantedVoiceFallsSilentWhenItsGrantIsRevoked() {
        ConsentGrant grant = grant(ConsentScope.VOICE_CLONE);
        VoiceProfile ana = VoiceProfile.of(new Voice.Granted("ana-1", grant, Purpose.ADVERTISING));
        SpeechRequest hello =
                SpeechRequest.of("Hola a todos", ana).context(CONTEXT).build();
        issuer.revoke(grant, "enough", CONTEXT);
        assertRefused(ConsentError.REVOKED, () -> hello.withContext(CONTEXT));
        assertDoesNotThrow(
                () -> SpeechRequest.of("Hello", VoiceProfile.of("alloy")).build());
    }

    @Test
    void referencesSayWhoIsInThem() {
        SyntheticMedia made = SyntheticMedia.of(new byte[] {1}, MediaType.PNG, MediaOrigin.of("m", "p", Instant.EPOCH));
        ReferenceImage persona = ReferenceImage.ofPersona(made.seal(new PlainSealer(), Label.DEFAULT, CONTEXT));
        assertDoesNotThrow(() -> persona.check(CONTEXT));
        assertTrue(persona.image().size() > 1);
        assertDoesNotThrow(
                () -> ReferenceImage.withoutPeople(PHOTO, Owner.tenant("acme")).check(CONTEXT));
        assertRefused(CallError.BAD_ARGUMENT, () -> ReferenceImage.withoutPeople(SOUND, Owner.tenant("acme")));
        assertRefused(
                CallError.BAD_ARGUMENT,
                () -> ReferenceImage.ofPerson(SOUND, grant(ConsentScope.AGE), Purpose.ADVERTISING));
        assertRefused(CallError.BAD_ARGUMENT, () -> new FaceImage(SOUND));
        assertRefused(CallError.BAD_ARGUMENT, () -> VoiceSamples.of(PHOTO));
        assertRefused(CallError.BAD_ARGUMENT, VoiceSamples::of);
    }

    @Test
    void lipsMoveToARealVoiceOnlyWithItsGrant() {
        ConsentGrant voice = grant(ConsentScope.VOICE_CLONE);
        MediaOrigin origin = MediaOrigin.of("m", "p", Instant.EPOCH);
        SyntheticMedia spoken = SyntheticMedia.of(new byte[] {1}, MediaType.WAV, origin.under(voice));
        assertRefused(CallError.BAD_ARGUMENT, () -> new FaceMotion.LipSync(spoken, null));
        assertRefused(CallError.BAD_ARGUMENT, () -> new FaceMotion.LipSync(spoken, grant(ConsentScope.VOICE_CLONE)));
        assertEquals(voice, new FaceMotion.LipSync(spoken, voice).voice().orElseThrow());
        assertRefused(CallError.BAD_ARGUMENT, () -> spoken.withOrigin(origin));
        FaceMotion stock = new FaceMotion.LipSync(SyntheticMedia.of(new byte[] {1}, MediaType.WAV, origin), null);
        assertEquals(ConsentScope.LIP_SYNC, stock.scope());
        assertEquals(ConsentScope.AGE, new FaceMotion.Age(AdultAge.OVER_50).scope());
        assertEquals(ConsentScope.EXPRESSION, new FaceMotion.Express(FaceExpression.HAPPY, 1).scope());
        assertEquals(ConsentScope.FULL_BODY, new FaceMotion.Move("waves").scope());
    }

    private ConsentGrant grant(ConsentScope scope) {
        ConsentRequest request = ConsentRequest.about(Subject.self("ana", "Ana"), Owner.tenant("acme"))
                .scopes(scope)
                .purposes(Purpose.ADVERTISING)
                .build();
        return issuer.issue(request, CONTEXT);
    }

    private static Stream<Class<?>> publicTypes(Class<?> neighbour) throws Exception {
        URI folder =
                neighbour.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path classes = Path.of(folder).resolve(neighbour.getPackageName().replace('.', '/'));
        File[] files = classes.toFile().listFiles((dir, name) -> name.endsWith(".class"));
        assertFalse(files == null);
        return Arrays.stream(files)
                .map(f -> f.getName().replace(".class", ""))
                .filter(name -> !name.equals("package-info"))
                .<Class<?>>map(name -> load(neighbour.getPackageName() + "." + name))
                .filter(type -> Modifier.isPublic(type.getModifiers()));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Executable> publicMembers(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(member -> Modifier.isPublic(member.getModifiers()))
                .map(Executable.class::cast);
    }

    private static boolean takesAPersonWithoutGrant(Executable member) {
        List<Class<?>> parameters = List.of(member.getParameterTypes());
        return parameters.stream().anyMatch(PersonMedia.class::isAssignableFrom)
                && !parameters.contains(ConsentGrant.class);
    }

    private static void assertRefused(ErrorCode code, org.junit.jupiter.api.function.Executable action) {
        assertEquals(code, assertThrows(GatorException.class, action).code());
    }

    /** What a careless pair of hands might add. */
    interface Offender {
        void swap(FaceImage one, FaceImage other);
    }
}
