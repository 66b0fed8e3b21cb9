package dev.gator.provider.gemini;

import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.usage.Usage;

/** Collects token counts; every piece of a stream tells them anew. */
final class UsageCounter {

    private static final Names NAMES = Names.of(
            "promptTokenCount",
            "candidatesTokenCount",
            "thoughtsTokenCount",
            "cachedContentTokenCount",
            "toolUsePromptTokenCount",
            "promptTokensDetails",
            "candidatesTokensDetails");
    private static final Names DETAIL = Names.of("modality", "tokenCount");

    private long prompt;
    private long tools;
    private long answer;
    private long thoughts;
    private long cached;
    private long soundIn;
    private long soundOut;
    private long pictures;
    private boolean told;

    void read(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        told = true;
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "promptTokenCount" -> prompt = scan.numberOrZero();
                case "candidatesTokenCount" -> answer = scan.numberOrZero();
                case "thoughtsTokenCount" -> thoughts = scan.numberOrZero();
                case "cachedContentTokenCount" -> cached = scan.numberOrZero();
                case "toolUsePromptTokenCount" -> tools = scan.numberOrZero();
                case "promptTokensDetails" -> details(scan, true);
                case "candidatesTokensDetails" -> details(scan, false);
                default -> scan.skip();
            }
        }
    }

    /** Returns the counts; the service counts thoughts beside the answer, here they are part of it. */
    Usage usage() {
        return told
                ? Usage.reported(prompt + tools, answer + thoughts)
                        .withCache(cached, 0)
                        .withReasoning(thoughts)
                        .withMedia(soundIn, soundOut, pictures)
                : Usage.UNKNOWN;
    }

    private void details(JsonScan scan, boolean input) {
        if (!scan.arrayOrNull()) {
            return;
        }
        while (scan.item()) {
            String modality = "";
            long count = 0;
            scan.object();
            for (String name; (name = scan.member(DETAIL)) != null; ) {
                switch (name) {
                    case "modality" -> modality = scan.textOrEmpty();
                    case "tokenCount" -> count = scan.numberOrZero();
                    default -> scan.skip();
                }
            }
            if (modality.equals("AUDIO")) {
                soundIn = input ? count : soundIn;
                soundOut = input ? soundOut : count;
            } else if (modality.equals("IMAGE") && input) {
                pictures = count;
            }
        }
    }
}
