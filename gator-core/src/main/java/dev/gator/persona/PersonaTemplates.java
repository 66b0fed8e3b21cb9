package dev.gator.persona;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A catalogue of templates: the six that Gator ships, your own from JSON of the same form, or both. Immutable.
 *
 * <pre>{@code
 * Persona mia = PersonaTemplates.standard().get("fitness").named("Mia").build();
 * }</pre>
 */
public final class PersonaTemplates {

    private static final String RESOURCE = "templates.json";

    private final Map<String, PersonaTemplate> templates;

    private PersonaTemplates(Map<String, PersonaTemplate> templates) {
        this.templates = templates;
    }

    /** Returns the templates that Gator ships: fitness, fashion, gaming, tech, lifestyle, food. */
    public static PersonaTemplates standard() {
        try (InputStream in = Objects.requireNonNull(PersonaTemplates.class.getResourceAsStream(RESOURCE))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GatorException(PersonaError.STORE_FAILED, "cannot read the shipped " + RESOURCE, e);
        }
    }

    /**
     * Reads templates: {@code {"templates": [{"key": "…", "title": "…", …members of a persona…}]}}. Each is tried at once,
     * so a bad one is refused here and not when it is used.
     *
     * @throws GatorException with {@link PersonaError#UNREADABLE} naming the template and the member
     */
    public static PersonaTemplates parse(String json) {
        Map<String, PersonaTemplate> templates = new TreeMap<>();
        String at = "the file";
        try {
            for (Json entry : Json.parse(json).asObject().array("templates")) {
                JsonObject object = entry.asObject();
                at = object.string("key");
                PersonaTemplate template = new PersonaTemplate(at, object.string("title"), object);
                template.named("Somebody").build();
                templates.put(at, template);
            }
        } catch (GatorException e) {
            throw new GatorException(PersonaError.UNREADABLE, "template '" + at + "': " + e.detail(), e);
        }
        return new PersonaTemplates(templates);
    }

    /** Returns a catalogue with these and the other's templates; the other's win where keys are the same. */
    public PersonaTemplates and(PersonaTemplates other) {
        Map<String, PersonaTemplate> all = new TreeMap<>(templates);
        all.putAll(other.templates);
        return new PersonaTemplates(all);
    }

    /** Returns the keys in alphabetical order. */
    public List<String> keys() {
        return List.copyOf(templates.keySet());
    }

    /**
     * Returns a template.
     *
     * @throws GatorException with {@link PersonaError#UNKNOWN_TEMPLATE}, listing the keys there are
     */
    public PersonaTemplate get(String key) {
        PersonaTemplate template = templates.get(key);
        if (template == null) {
            throw new GatorException(
                    PersonaError.UNKNOWN_TEMPLATE, "there is no template '" + key + "'; there are " + keys());
        }
        return template;
    }
}
