package dev.gator.provider.openai;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.provider.ProviderHealth;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks {@code /models}: for the list, and as the probe that costs nothing. */
final class ModelList {

    private static final Names NAMES = Names.of("data", "id");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ModelList() {}

    static List<ModelCard> ask(OpenAi provider, CallContext context) {
        Answer answer = provider.transport()
                .get(provider.endpoint().resolve(Overrides.none()), provider.path("", "/models"), context);
        List<ModelCard> cards = new ArrayList<>();
        JsonScan scan = answer.scan();
        boolean found = false;
        if (scan.peek() == '[') { // Together sends the list alone
            found = true;
            list(scan, provider, cards);
        } else {
            scan.object();
            for (String name; (name = scan.member(NAMES)) != null; ) {
                if (name.equals("data")) {
                    found = true;
                    list(scan, provider, cards);
                } else {
                    scan.skip();
                }
            }
        }
        scan.end();
        if (!found) {
            throw OpenAi.noChat(provider.service());
        }
        return List.copyOf(cards);
    }

    private static void list(JsonScan scan, OpenAi provider, List<ModelCard> cards) {
        if (!scan.arrayOrNull()) {
            return;
        }
        while (scan.item()) {
            scan.object();
            for (String name; (name = scan.member(NAMES)) != null; ) {
                if (name.equals("id")) {
                    cards.add(provider.card(scan.text()));
                } else {
                    scan.skip();
                }
            }
        }
    }

    static ProviderHealth probe(OpenAi provider, CallContext context) {
        long begun = context.time().nanos();
        ProviderHealth.State state;
        String detail;
        if (!provider.endpoint().isConfigured()) {
            state = ProviderHealth.State.NOT_CONFIGURED;
            detail = "no address, or no key in " + provider.service().keyName();
        } else {
            try {
                detail = ask(provider, context.withTimeout(PATIENCE)).size() + " models";
                state = ProviderHealth.State.HEALTHY;
            } catch (GatorException e) {
                state = ProviderHealth.State.UNHEALTHY;
                detail = e.code().id() + " " + e.detail();
            }
        }
        return new ProviderHealth(
                provider.name(), state, detail, Duration.ofNanos(context.time().nanos() - begun));
    }
}
