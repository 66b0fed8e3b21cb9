package dev.gator.media;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import java.util.Locale;

/**
 * A provider that also makes media models. Its factory is an ordinary
 * {@link dev.gator.provider.ProviderFactory}; whoever wants media asks whether the provider is one of these.
 * Implementations override the kinds they have.
 */
public interface MediaProvider extends ModelProvider {

    /** Returns a model that makes pictures. */
    default ImageModel image(String model) {
        throw lacking(ModelKind.IMAGE);
    }

    /** Returns a model that speaks. */
    default SpeechModel speech(String model) {
        throw lacking(ModelKind.SPEECH);
    }

    /** Returns a model that writes down what is spoken. */
    default TranscriptionModel transcription(String model) {
        throw lacking(ModelKind.TRANSCRIPTION);
    }

    /** Returns a model that makes films. */
    default VideoModel video(String model) {
        throw lacking(ModelKind.VIDEO);
    }

    /** Returns a model that makes music. */
    default MusicModel music(String model) {
        throw lacking(ModelKind.MUSIC);
    }

    /** Returns a model that learns voices. */
    default VoiceCloner voiceCloner(String model) {
        throw lacking("voice cloning");
    }

    /** Returns a model that speaks with another voice. */
    default VoiceConverter voiceConverter(String model) {
        throw lacking("voice conversion");
    }

    /** Returns a model that moves faces. */
    default FaceAnimator faceAnimator(String model) {
        throw lacking("face animation");
    }

    private GatorException lacking(ModelKind kind) {
        return lacking(kind.name().toLowerCase(Locale.ROOT));
    }

    private GatorException lacking(String what) {
        return new GatorException(CallError.UNSUPPORTED, "provider " + name() + " has no " + what + " models");
    }
}
