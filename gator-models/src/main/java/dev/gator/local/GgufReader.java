package dev.gator.local;

import dev.gator.error.GatorException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the part of a GGUF file that comes before the weights and checks that everything it points to is there. */
final class GgufReader {

    private static final int MAGIC = 0x46554747;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final int[] TYPE_BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 8, 8, 8, 8, 8};
    private static final int MAX_DIMENSIONS = 4;

    private final GgufCursor in;
    private final Path path;
    private final Map<String, GgufValue> values = new LinkedHashMap<>();
    private final Map<String, GgufTensor> tensors = new HashMap<>();
    private long longestReach;

    private GgufReader(GgufCursor in, Path path) {
        this.in = in;
        this.path = path;
    }

    /** Reads the header, or refuses the file with the place where it is wrong. */
    static GgufHeader read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new GatorException(
                    LocalError.NO_FILE, path + (Files.isDirectory(path) ? " is a directory" : " does not exist"));
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new GgufReader(new GgufCursor(channel, path), path).header();
        } catch (EOFException e) {
            throw new GatorException(LocalError.DAMAGED_FILE, path + " ends inside its header", e);
        } catch (ArithmeticException e) {
            throw new GatorException(LocalError.DAMAGED_FILE, path + " has a tensor larger than any memory", e);
        } catch (IOException e) {
            throw new GatorException(LocalError.NO_FILE, path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private GgufHeader header() throws IOException {
        if (in.size() < 24 || in.i32() != MAGIC) {
            throw new GatorException(LocalError.NOT_GGUF, path + " does not begin with GGUF");
        }
        int version = in.i32();
        if (version < 2 || version > 3) {
            throw new GatorException(
                    LocalError.NOT_GGUF,
                    path + " has GGUF version " + Integer.toUnsignedString(version) + ", not 2 or 3");
        }
        long tensorCount = in.count("tensors", 24);
        long valueCount = in.count("metadata values", 13);
        for (long i = 0; i < valueCount; i++) {
            String key = in.text("key");
            if (values.put(key, value(key, in.i32())) != null) {
                throw in.damaged("has the key " + key + " twice");
            }
        }
        for (long i = 0; i < tensorCount; i++) {
            tensor();
        }
        checkReach();
        return new GgufHeader(path, in.size(), Map.copyOf(values), Map.copyOf(tensors));
    }

    private GgufValue value(String key, int type) throws IOException {
        return switch (type) {
            case 0 -> new GgufValue.Whole(in.i8() & 0xff);
            case 1 -> new GgufValue.Whole(in.i8());
            case 2 -> new GgufValue.Whole(in.i16() & 0xffff);
            case 3 -> new GgufValue.Whole(in.i16());
            case 4 -> new GgufValue.Whole(in.i32() & 0xffff_ffffL);
            case 5 -> new GgufValue.Whole(in.i32());
            case 6 -> new GgufValue.Real(Float.intBitsToFloat(in.i32()));
            case 7 -> new GgufValue.Flag(in.i8() != 0);
            case STRING -> new GgufValue.Text(in.text("value of " + key));
            case ARRAY -> array(key);
            case 10, 11 -> new GgufValue.Whole(in.i64());
            case 12 -> new GgufValue.Real(Double.longBitsToDouble(in.i64()));
            default -> throw in.damaged("has the unknown type " + type + " for " + key);
        };
    }

    private GgufValue array(String key) throws IOException {
        int type = in.i32();
        if (type < 0 || type >= TYPE_BYTES.length || type == ARRAY) {
            throw in.damaged("has a list of the unknown type " + type + " for " + key);
        }
        long count = in.count("elements of " + key, TYPE_BYTES[type]);
        if (type == STRING) {
            List<String> texts = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                texts.add(in.text("element of " + key));
            }
            return new GgufValue.Texts(List.copyOf(texts));
        }
        if (type == 4 || type == 5) {
            List<Integer> wholes = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                wholes.add(in.i32());
            }
            return new GgufValue.Wholes(List.copyOf(wholes));
        }
        in.skip(count * TYPE_BYTES[type]);
        return new GgufValue.Skipped(type, count);
    }

    private void tensor() throws IOException {
        String name = in.text("tensor name");
        int dimensions = in.i32();
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw in.damaged("has a tensor " + name + " of " + Integer.toUnsignedString(dimensions) + " dimensions");
        }
        List<Long> shape = new ArrayList<>();
        long elements = 1;
        for (int i = 0; i < dimensions; i++) {
            long extent = in.i64();
            if (extent < 1) {
                throw in.damaged("has a tensor " + name + " with the extent " + Long.toUnsignedString(extent));
            }
            shape.add(extent);
            elements = Math.multiplyExact(elements, extent);
        }
        int code = in.i32();
        GgufType type = GgufType.of(code)
                .orElseThrow(() -> new GatorException(
                        LocalError.UNKNOWN_ARCHITECTURE,
                        path + " has the tensor " + name + " in the unknown type " + code));
        if (shape.get(0) % type.blockElements() != 0) {
            throw in.damaged("has a tensor " + name + " whose rows of " + shape.get(0) + " do not fit " + type);
        }
        place(name, List.copyOf(shape), type.bytes(elements), in.i64());
    }

    private void place(String name, List<Long> shape, long bytes, long offset) {
        if (offset < 0 || offset % alignment() != 0) {
            throw in.damaged("has a tensor " + name + " at the offset " + Long.toUnsignedString(offset));
        }
        longestReach = Math.max(longestReach, Math.addExact(offset, bytes));
        if (tensors.put(name, new GgufTensor(name, shape, bytes)) != null) {
            throw in.damaged("has the tensor " + name + " twice");
        }
    }

    private void checkReach() {
        long alignment = alignment();
        long start = (in.position() + alignment - 1) / alignment * alignment;
        if (longestReach > in.size() - start) {
            throw in.damaged("is truncated: the weights need " + Math.addExact(start, longestReach)
                    + " bytes and the file has " + in.size());
        }
    }

    private long alignment() {
        GgufValue value = values.get("general.alignment");
        long alignment = value instanceof GgufValue.Whole whole ? whole.value() : 32;
        if ((value != null && !(value instanceof GgufValue.Whole))
                || Long.bitCount(alignment) != 1
                || alignment < 1
                || alignment > 1 << 20) {
            throw in.damaged("has the alignment " + value);
        }
        return alignment;
    }
}
