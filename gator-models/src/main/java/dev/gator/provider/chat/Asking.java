package dev.gator.provider.chat;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.Warning;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;

/**
 * A request on its way to a model: refuses at birth what the model's card lacks and cannot be left out, and collects a
 * warning for every setting that is. Not thread-safe.
 */
public final class Asking {

    private static final String MADE_BY = "|";

    private final ChatRequest request;
    private final ModelCard card;
    private final List<Warning> warnings = new ArrayList<>();

    /**
     * Takes a request for a model.
     *
     * @throws GatorException with {@link CallError#UNSUPPORTED} if it has tools or files that the card does not claim
     */
    public Asking(ChatRequest request, ModelCard card) {
        this.request = request;
        this.card = card;
        if (!request.tools().isEmpty()) {
            need(Capability.TOOLS, "tools");
        }
        for (Message message : request.messages()) {
            if (message instanceof Message.User user) {
                user.parts().forEach(this::needFor);
            }
        }
    }

    /** Returns what was asked. */
    public ChatRequest request() {
        return request;
    }

    /** Returns of whom. */
    public ModelCard card() {
        return card;
    }

    /** Returns the settings that were left out so far. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Says that a setting is left out. */
    public void warn(String setting, String reason) {
        warnings.add(new Warning(setting, reason));
    }

    /** Returns whether the model can do that; warns of the setting if not. */
    public boolean sends(String setting, Capability needed) {
        if (!card.can(needed)) {
            warn(setting, card.id() + " does not support it");
            return false;
        }
        return true;
    }

    /** Returns the error for what the model does not take. */
    public GatorException unsupported(String what) {
        return new GatorException(CallError.UNSUPPORTED, card.id() + " does not take " + what);
    }

    /** Returns the signature of a thought with a note who made it, because no model takes another's. */
    public String signed(String signature) {
        return signature.isEmpty() ? "" : card.id() + MADE_BY + signature;
    }

    /** Returns what the service wants back of a signed thought, or an empty text if this model did not sign it. */
    public String ownSignature(String signed) {
        String mark = card.id() + MADE_BY;
        return signed.startsWith(mark) ? signed.substring(mark.length()) : "";
    }

    private void needFor(Part part) {
        if (!(part instanceof Part.File file)) {
            return;
        }
        MediaType type = file.attachment().type();
        if (type.isImage()) {
            need(Capability.IMAGE_INPUT, "pictures");
        } else if (type.isAudio()) {
            need(Capability.AUDIO_INPUT, "sound");
        } else if (type.isVideo() || !(type.isText() && file.attachment() instanceof Attachment.Bytes)) {
            need(Capability.DOCUMENT_INPUT, type.isVideo() ? "films" : "documents");
        }
    }

    private void need(Capability capability, String what) {
        if (!card.can(capability)) {
            throw unsupported(what);
        }
    }
}
