package dev.gator.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random documents that reach the corners: odd strings, odd numbers, empty containers. */
final class RandomJson {

    private static final String CORNERS =
            "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029\ud800\udc00\uffff\ufeff{}[]:,' é漢a";

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> Json.nul();
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextLong());
            case 3 -> Json.of(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 4 -> Json.of(new BigDecimal(new BigInteger(90, random), random.nextInt(60) - 30));
            case 5 -> Json.of(text());
            case 6 -> array(depth);
            default -> object(depth);
        };
    }

    JsonObject object(int depth) {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = random.nextInt(5); i > 0; i--) {
            builder.put(text(), value(depth - 1));
        }
        return builder.build();
    }

    private JsonArray array(int depth) {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            items.add(value(depth - 1));
        }
        return JsonArray.of(items);
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            out.append(CORNERS.charAt(random.nextInt(CORNERS.length())));
        }
        return out.toString();
    }
}
