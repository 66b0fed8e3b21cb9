package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.error.GatorException;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records in a named module, as plugins and modular applications have them. */
class ModuleAccessTest {

    @TempDir
    private Path folder;

    @Test
    void anOpenedPackageIsEnough() throws Exception {
        Class<?> type = recordIn("opens guest.values;", "record Hidden(int value) {}");
        Object hidden = JsonBinding.read(Json.parse("{\"value\":3}"), type);
        assertEquals("Hidden[value=3]", hidden.toString());
        assertEquals("{\"value\":3}", JsonBinding.write(hidden).toString());
    }

    @Test
    void anExportedPublicRecordIsEnough() throws Exception {
        Class<?> type = recordIn("exports guest.values;", "public record Hidden(int value) {}");
        assertEquals(
                "Hidden[value=3]",
                JsonBinding.read(Json.parse("{\"value\":\"3\"}"), type).toString());
    }

    @Test
    void aClosedPackageIsNamedWithItsCure() throws Exception {
        Class<?> type = recordIn("", "public record Hidden(int value) {}");
        GatorException e =
                assertThrows(GatorException.class, () -> JsonBinding.read(Json.parse("{\"value\":3}"), type));
        assertEquals(JsonError.NOT_OPEN, e.code());
        assertEquals(
                "the record guest.values.Hidden cannot be reached; module guest needs \"opens guest.values;\"",
                e.detail());
    }

    private Class<?> recordIn(String directive, String declaration) throws IOException, ClassNotFoundException {
        Path source = Files.createDirectories(folder.resolve("src/guest/values"));
        Path unit = Files.writeString(source.resolve("Hidden.java"), "package guest.values; " + declaration);
        Path module = Files.writeString(folder.resolve("src/module-info.java"), "module guest {" + directive + "}");
        Path out = folder.resolve("out");
        int failed = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-d", out.toString(), unit.toString(), module.toString());
        assertEquals(0, failed);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(out), ModuleFinder.of(), Set.of("guest"));
        ModuleLayer layer = ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(boot), ClassLoader.getPlatformClassLoader())
                .layer();
        return layer.findLoader("guest").loadClass("guest.values.Hidden");
    }
}
