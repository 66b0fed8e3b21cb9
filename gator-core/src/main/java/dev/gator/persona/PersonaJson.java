package dev.gator.persona;

import dev.gator.guard.ContentRating;
import dev.gator.guard.RatingLimits;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.media.Voice;
import dev.gator.media.VoiceEmotion;
import dev.gator.media.VoicePitch;
import dev.gator.media.VoiceProfile;
import dev.gator.media.VoiceSpeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A persona as JSON and back; what is at its default is not written. */
final class PersonaJson {

    private PersonaJson() {}

    static JsonObject write(Persona persona) {
        JsonObject.Builder json = JsonObject.builder()
                .put("id", persona.id())
                .put("version", persona.version())
                .put("name", persona.name());
        text(json, "personality", persona.personality());
        texts(json, "themes", persona.themes());
        object(json, "appearance", appearance(persona.appearance()));
        object(json, "background", background(persona.background()));
        object(json, "psychology", psychology(persona.psychology()));
        object(json, "speech", speech(persona.speech()));
        object(json, "ratings", ratings(persona.ratings()));
        object(json, "models", map(persona.models()));
        object(json, "voice", persona.voice().map(PersonaJson::voice).orElse(JsonObject.empty()));
        return json.build();
    }

    static PersonaReading read(JsonObject json) {
        List<String> ignored = new ArrayList<>();
        Fields fields = new Fields(json, "", ignored);
        Persona.Builder builder = Persona.builder(fields.text("name", ""));
        String id = fields.text("id", "");
        Persona persona = (id.isEmpty() ? builder : builder.id(id))
                .version(fields.number("version", 1))
                .personality(fields.text("personality", ""))
                .themes(fields.texts("themes"))
                .appearance(appearance(fields.object("appearance")))
                .background(background(fields.object("background")))
                .psychology(psychology(fields.object("psychology")))
                .speech(speech(fields.object("speech")))
                .ratings(ratings(fields.object("ratings")))
                .models(fields.map("models", ModelRole.class))
                .build();
        Persona speaking = voiced(persona, fields.object("voice"));
        fields.done();
        return new PersonaReading(speaking, ignored);
    }

    private static JsonObject voice(VoiceProfile value) {
        if (!(value.voice() instanceof Voice.Stock)) {
            return JsonObject.empty();
        }
        JsonObject.Builder json = JsonObject.builder().put("id", value.voice().id());
        choice(json, "pitch", value.pitch());
        choice(json, "speed", value.speed());
        choice(json, "emotion", value.emotion());
        return json.build();
    }

    private static Persona voiced(Persona silent, Fields fields) {
        String id = fields.text("id", "");
        VoicePitch pitch = fields.choice("pitch", VoicePitch.MEDIUM);
        VoiceSpeed speed = fields.choice("speed", VoiceSpeed.NORMAL);
        VoiceEmotion emotion = fields.choice("emotion", VoiceEmotion.NEUTRAL);
        fields.done();
        return id.isEmpty()
                ? silent
                : silent.toBuilder()
                        .voice(new VoiceProfile(Voice.stock(id), pitch, speed, emotion))
                        .build();
    }

    private static JsonObject appearance(Appearance value) {
        JsonObject.Builder json = JsonObject.builder();
        text(json, "description", value.description());
        object(json, "features", map(value.features()));
        choice(json, "age", value.age());
        choice(json, "style", value.style() == Appearance.ImageStyle.PHOTOREALISTIC ? null : value.style());
        text(json, "avoid", value.avoid());
        return json.build();
    }

    private static Appearance appearance(Fields fields) {
        Appearance value = new Appearance(
                fields.text("description", ""),
                fields.map("features", Appearance.Feature.class),
                fields.choiceOrNull("age", Appearance.AgeBand.class),
                fields.choice("style", Appearance.ImageStyle.PHOTOREALISTIC),
                fields.text("avoid", ""));
        fields.done();
        return value;
    }

    private static JsonObject background(Background value) {
        JsonObject.Builder json = JsonObject.builder();
        object(json, "facts", map(value.facts()));
        texts(json, "hobbies", value.hobbies());
        return json.build();
    }

    private static Background background(Fields fields) {
        Background value = new Background(fields.map("facts", Background.Fact.class), fields.texts("hobbies"));
        fields.done();
        return value;
    }

    private static JsonObject psychology(Psychology value) {
        JsonObject.Builder json = JsonObject.builder();
        text(json, "mbti", value.mbti() == null ? "" : value.mbti());
        text(json, "enneagram", value.enneagram() == null ? "" : value.enneagram());
        json.putIf(value.outlook() > 0, "outlook", value.outlook());
        choice(json, "risk", value.risk());
        texts(json, "traits", value.traits().stream().map(Fields::word).toList());
        return json.build();
    }

    private static Psychology psychology(Fields fields) {
        Psychology value = new Psychology(
                fields.textOrNull("mbti"),
                fields.textOrNull("enneagram"),
                fields.number("outlook", 0),
                fields.choiceOrNull("risk", Psychology.Risk.class),
                fields.choices("traits", Psychology.Trait.class));
        fields.done();
        return value;
    }

    private static JsonObject speech(Speech value) {
        if (value.equals(Speech.PLAIN)) {
            return JsonObject.empty();
        }
        JsonObject.Builder json = JsonObject.builder();
        choice(json, "register", value.register());
        json.put(
                "typing",
                JsonObject.builder()
                        .put("capitals", Fields.word(value.typing().capitals()))
                        .put("emoji", Fields.word(value.typing().emoji()))
                        .put("punctuation", Fields.word(value.typing().punctuation()))
                        .build());
        texts(json, "signaturePhrases", value.signaturePhrases());
        texts(json, "excitableTopics", value.excitableTopics());
        texts(json, "forbiddenPhrases", value.forbiddenPhrases());
        choice(json, "warmth", value.warmth());
        choice(json, "patience", value.patience());
        choice(json, "formality", value.formality());
        choice(json, "length", value.length());
        choice(json, "style", value.style());
        return json.build();
    }

    private static Speech speech(Fields fields) {
        Speech plain = Speech.PLAIN;
        Speech value = new Speech(
                fields.choice("register", plain.register()),
                typing(fields.object("typing")),
                fields.texts("signaturePhrases"),
                fields.texts("excitableTopics"),
                fields.texts("forbiddenPhrases"),
                fields.choice("warmth", plain.warmth()),
                fields.choice("patience", plain.patience()),
                fields.choice("formality", plain.formality()),
                fields.choice("length", plain.length()),
                fields.choice("style", plain.style()));
        fields.done();
        return value;
    }

    private static Speech.Typing typing(Fields fields) {
        Speech.Typing standard = Speech.Typing.STANDARD;
        Speech.Typing value = new Speech.Typing(
                fields.choice("capitals", standard.capitals()),
                fields.choice("emoji", standard.emoji()),
                fields.choice("punctuation", standard.punctuation()));
        fields.done();
        return value;
    }

    private static JsonObject ratings(RatingLimits value) {
        if (value.equals(RatingLimits.SFW)) {
            return JsonObject.empty();
        }
        JsonObject.Builder platforms = JsonObject.builder();
        value.platforms().forEach((name, rating) -> platforms.put(name, Fields.word(rating)));
        JsonObject.Builder json =
                JsonObject.builder().put("usual", Fields.word(value.usual())).put("most", Fields.word(value.most()));
        object(json, "platforms", platforms.build());
        return json.build();
    }

    private static RatingLimits ratings(Fields fields) {
        Map<String, ContentRating> platforms = new TreeMap<>();
        for (JsonObject.Member member : fields.raw("platforms")) {
            String word = member.value().asString();
            platforms.put(member.name(), Fields.constant(member.name(), word, ContentRating.class));
        }
        RatingLimits value = new RatingLimits(
                fields.choice("usual", ContentRating.SFW), fields.choice("most", ContentRating.SFW), platforms);
        fields.done();
        return value;
    }

    private static void text(JsonObject.Builder json, String name, String value) {
        json.putIf(!value.isEmpty(), name, value);
    }

    private static void texts(JsonObject.Builder json, String name, List<String> values) {
        json.putIf(!values.isEmpty(), name, JsonArray.ofStrings(values));
    }

    private static void choice(JsonObject.Builder json, String name, @Nullable Enum<?> value) {
        if (value != null) {
            json.put(name, Fields.word(value));
        }
    }

    private static void object(JsonObject.Builder json, String name, Json value) {
        json.putIf(!value.asObject().isEmpty(), name, value);
    }

    private static <E extends Enum<E>> JsonObject map(Map<E, String> values) {
        JsonObject.Builder json = JsonObject.builder();
        new TreeMap<>(values).forEach((key, text) -> json.put(Fields.word(key), text));
        return json.build();
    }
}
