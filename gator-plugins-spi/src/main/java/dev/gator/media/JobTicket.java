package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.media.seal.MediaOrigin;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What is needed to find a job again, in this process or another. {@link #text()} is not secret, but names the owner; it
 * is worth nothing without the key of the service.
 *
 * @param model the model that works on it, such as {@code runway:gen4_turbo}
 * @param jobId the service's id of the job
 * @param owner who ordered it
 * @param origin what the manifest of the result will say
 */
public record JobTicket(String model, String jobId, Owner owner, MediaOrigin origin) {

    /** Checks the ids. */
    public JobTicket {
        Require.text("model id", model);
        Require.length("job id", Require.text("job id", jobId), 1, 1_000);
    }

    /** Reads what {@link #text()} wrote. */
    public static JobTicket parse(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            JsonObject ticket =
                    Json.parse(new String(json, StandardCharsets.UTF_8)).asObject();
            Owner owner = new Owner(
                    ticket.string("tenant"), ticket.optionalString("user").orElse(null));
            MediaOrigin origin = MediaOrigin.ofJson(ticket.object("origin"));
            return new JobTicket(ticket.string("model"), ticket.string("job"), owner, origin);
        } catch (IllegalArgumentException | GatorException e) {
            throw new GatorException(MediaError.BAD_TICKET, "a text of " + text.length() + " characters", e);
        }
    }

    /** Returns the ticket as text that can be kept anywhere. */
    public String text() {
        JsonObject.Builder json = JsonObject.builder()
                .put("model", Json.of(model))
                .put("job", Json.of(jobId))
                .put("tenant", Json.of(owner.tenant()))
                .put("origin", origin.json());
        owner.user().ifPresent(user -> json.put("user", Json.of(user)));
        byte[] bytes = json.build().canonical().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Refuses unless the ticket is for this model and of the context's owner; every {@code resume} begins with it. */
    public void requireFor(String modelId, CallContext context) {
        if (!owner.equals(context.owner())) {
            throw new GatorException(MediaError.OTHER_OWNER, "job " + jobId + " was ordered by another owner");
        }
        if (!model.equals(modelId)) {
            throw new GatorException(MediaError.OTHER_MODEL, "job " + jobId + " is of " + model + ", not " + modelId);
        }
    }
}
