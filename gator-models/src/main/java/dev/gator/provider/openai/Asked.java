package dev.gator.provider.openai;

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
import java.util.regex.Pattern;

/** One request on its way: what was asked, of which model of which service, and what is left out with a warning. */
final class Asked {

    /** Models that think and therefore refuse to have their sampling changed. */
    private static final Pattern UNSAMPLED = Pattern.compile("(o[1-9]|gpt-5)(?!.*chat).*");

    private final ChatRequest request;
    private final Service service;
    private final ModelCard card;
    private final OpenAiOptions options;
    private final List<Warning> warnings = new ArrayList<>();

    Asked(ChatRequest request, Service service, ModelCard card, OpenAiOptions options) {
        this.request = request;
        this.service = service;
        this.card = card;
        this.options = options;
        refuseWhatTheCardLacks();
    }

    ChatRequest request() {
        return request;
    }

    Service service() {
        return service;
    }

    ModelCard card() {
        return card;
    }

    OpenAiOptions options() {
        return options;
    }

    List<Warning> warnings() {
        return warnings;
    }

    /** Returns whether the setting is to be sent; warns if not. */
    boolean sends(String setting) {
        if (service.ignores().contains(setting)) {
            warn(setting, service.name() + " does not know it");
            return false;
        }
        return true;
    }

    /** Returns whether the setting is to be sent, which takes a capability; warns if not. */
    boolean sends(String setting, Capability needed) {
        if (!card.can(needed)) {
            warn(setting, card.id() + " does not support it");
            return false;
        }
        return sends(setting);
    }

    /** Returns whether a setting of the sampling is to be sent; warns if not. */
    boolean samples(String setting) {
        boolean openAi = service.has(Quirk.RESPONSES);
        if (openAi && UNSAMPLED.matcher(card.name()).matches()) {
            warn(setting, card.id() + " thinks, and refuses it");
            return false;
        }
        return sends(setting);
    }

    void warn(String setting, String reason) {
        warnings.add(new Warning(setting, reason));
    }

    private void refuseWhatTheCardLacks() {
        if (!request.tools().isEmpty()) {
            need(Capability.TOOLS, "tools");
        }
        for (Message message : request.messages()) {
            if (message instanceof Message.User) {
                for (Part part : message.parts()) {
                    if (part instanceof Part.File file) {
                        needFor(file.attachment());
                    }
                }
            }
        }
    }

    private void needFor(Attachment file) {
        MediaType type = file.type();
        if (type.isImage()) {
            need(Capability.IMAGE_INPUT, "pictures");
        } else if (type.isAudio()) {
            need(Capability.AUDIO_INPUT, "sound");
        } else if (type.isVideo()) {
            throw unsupported("films");
        } else if (!(type.isText() && file instanceof Attachment.Bytes)) {
            need(Capability.DOCUMENT_INPUT, "documents");
        }
    }

    private void need(Capability capability, String what) {
        if (!card.can(capability)) {
            throw unsupported(what);
        }
    }

    GatorException unsupported(String what) {
        return new GatorException(CallError.UNSUPPORTED, card.id() + " does not take " + what);
    }
}
