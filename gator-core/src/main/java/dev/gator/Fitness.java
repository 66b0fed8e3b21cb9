package dev.gator;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.ToolChoice;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;

/** Checks that a model can do what a request asks for, before a byte leaves. */
final class Fitness {

    private Fitness() {}

    static void check(ModelCard card, ChatRequest request) {
        if (!request.tools().isEmpty()) {
            require(card, Capability.TOOLS);
            boolean demanded = request.toolChoice() instanceof ToolChoice.Required
                    || request.toolChoice() instanceof ToolChoice.Named;
            if (demanded) {
                require(card, Capability.TOOL_CHOICE);
            }
        }
        if (request.format() instanceof ResponseFormat.Schema) {
            require(card, Capability.JSON_SCHEMA);
        } else if (request.format() instanceof ResponseFormat.AnyJson && !card.can(Capability.JSON_SCHEMA)) {
            require(card, Capability.JSON_MODE);
        }
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                if (part instanceof Part.File file) {
                    check(card, file.attachment().type(), message);
                }
            }
        }
    }

    private static void check(ModelCard card, MediaType type, Message message) {
        if (message instanceof Message.Assistant || type.isText()) {
            return; // what a model itself made goes back to it, and text can be read by all
        }
        if (type.isImage()) {
            require(card, Capability.IMAGE_INPUT);
        } else if (type.isAudio()) {
            require(card, Capability.AUDIO_INPUT);
        } else {
            require(card, Capability.DOCUMENT_INPUT);
        }
    }

    private static void require(ModelCard card, Capability capability) {
        if (!card.can(capability)) {
            throw new GatorException(
                    CallError.UNSUPPORTED,
                    card.id() + " has no " + capability + "; it has "
                            + card.capabilities().stream().sorted().toList());
        }
    }
}
