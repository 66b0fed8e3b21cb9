package dev.gator.rag.reel;

import dev.gator.content.Sha256;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonBinding;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ScriptRequest;
import java.util.List;

/** The fingerprint of everything that shapes what is written. */
final class BriefPrint {

    private BriefPrint() {}

    static String of(
            String model,
            int attempts,
            BrandProfile brand,
            ScriptRequest request,
            List<FoundExample> examples,
            ReelRules rules) {
        List<String> seen = examples.stream()
                .map(found -> found.id() + ":" + found.example().text())
                .toList();
        return Sha256.of(JsonArray.of(
                        JsonBinding.write(List.of(model, Integer.toString(attempts), brand.name(), brand.offer())),
                        JsonBinding.write(List.of(
                                brand.platform(),
                                brand.sector().name(),
                                brand.ctaStyle().name())),
                        JsonBinding.write(brand.voice()),
                        JsonBinding.write(brand.audience()),
                        JsonBinding.write(brand.facts()),
                        JsonBinding.write(request),
                        JsonBinding.write(seen),
                        JsonBinding.write(rules))
                .canonical());
    }
}
