package dev.gator.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.media.seal.Label;
import dev.gator.media.seal.MediaOrigin;
import dev.gator.media.seal.SyntheticMedia;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginTest {

    @Test
    void aManifestKeepsWhatItWasTold() {
        PluginManifest manifest = PluginManifest.of("acme.weather", "Weather", "1.0.0-rc.1")
                .description("Tells the weather")
                .author("Acme")
                .authorEmail("dev@example.com")
                .license("Apache-2.0")
                .category(PluginCategory.TOOL)
                .api(">=0.1 <2")
                .homepage(URI.create("https://example.com"))
                .repository(URI.create("https://example.com/git"))
                .documentation(URI.create("https://example.com/docs"))
                .permission("http:*.example.com")
                .dependency("acme.maps", "^2.1")
                .tag("weather")
                .build();
        assertEquals("acme.weather 1.0.0-rc.1", manifest.toString());
        assertEquals("Apache-2.0", manifest.license());
        assertEquals(PluginCategory.TOOL, manifest.category());
        assertTrue(manifest.api().contains(Version.of(1, 0, 0)));
        assertEquals(Optional.of(URI.create("https://example.com/git")), manifest.repository());
        assertEquals(List.of("weather"), manifest.tags());
        assertEquals("acme.maps", manifest.dependencies().get(0).id());
        assertTrue(manifest.asksFor(Permission.parse("http:api.example.com")));
        assertFalse(manifest.asksFor(Permission.parse("http:example.org")));
        assertEquals(Optional.empty(), manifest.configSchema());
        assertEquals("MIT", PluginManifest.of("a", "Aa", "1.0.0").build().license());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "acme weather", "-acme", "acme.", "acme..weather", "../acme"})
    void idsAreChecked(String id) {
        assertRefused(() -> PluginManifest.of(id, "Weather", "1.0.0"));
        assertRefused(() -> new PluginDependency(id, VersionRange.any()));
    }

    @Test
    void manifestsAreChecked() {
        PluginManifest.Builder manifest = PluginManifest.of("a", "Weather", "1.0.0");
        assertRefused(() -> PluginManifest.of("a", "W", "1.0.0"));
        assertRefused(() -> PluginManifest.of("a", "Weather", "1.0"));
        assertRefused(() -> manifest.homepage(URI.create("http://example.com")));
        assertRefused(() -> manifest.license(" "));
        assertRefused(() -> manifest.tag(""));
        assertRefused(() -> manifest.permission("everything"));
    }

    @ParameterizedTest
    @CsvSource({
        "http:api.example.com, http:api.example.com, true",
        "http:*.example.com, http:api.example.com, true",
        "http:*.example.com, http:evilexample.com, false",
        "http:*.example.com, http:example.com.evil.org, false",
        "http:*, http:anything.org, true",
        "http:*, secret:KEY, false",
        "file-read:data, file-read:data/a.txt, true",
        "file-read:data, file-read:database/a.txt, false",
        "file-read:data, file-write:data/a.txt, false",
        "model:openai, model:openai:gpt-4o, true",
        "model:openai, model:openai-evil:x, false",
        "content:read, content:write, false"
    })
    void permissionsCoverWhatTheySay(String granted, String wanted, boolean expected) {
        assertEquals(expected, Permission.parse(granted).covers(Permission.parse(wanted)));
        assertEquals(granted, Permission.parse(granted).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "http:", "nonsense:x", "HTTP:x", "file-read:../etc", "http:a b", "http:a*b"})
    void otherTextsAreNoPermissions(String text) {
        assertRefused(() -> Permission.parse(text));
    }

    @Test
    void verdictsAndRulesAreChecked() {
        assertRefused(() -> Verdict.veto(" "));
        assertRefused(() -> Verdict.replace("x", ""));
        assertEquals(Verdict.pass(), Verdict.<String>pass());
        assertRefused(() -> HookRules.DEFAULT.within(Duration.ofMinutes(1)));
        assertRefused(() -> HookRules.DEFAULT.within(Duration.ZERO));
        assertRefused(() -> HookRules.DEFAULT.withOrder(1_001));
        assertEquals(HookRules.OnFailure.GO_ON, HookRules.DEFAULT.failingOpen().onFailure());
    }

    @Test
    void aMediaHookSeesFactsNotBytes() {
        MediaOrigin origin = MediaOrigin.of("m", "p", Instant.EPOCH);
        SyntheticMedia media = SyntheticMedia.of(new byte[] {1, 2}, MediaType.PNG, origin);
        MediaDraft draft = MediaDraft.of(media, Label.DEFAULT);
        assertEquals(new MediaDraft(MediaType.PNG, 2, media.sha256(), origin, Label.DEFAULT), draft);
    }

    @Test
    void pluginsComeInThroughTheServiceDoor(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(GatorPlugin.class.getName()), Knocking.class.getName());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            List<String> ids = ServiceLoader.load(GatorPlugin.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .map(plugin -> plugin.manifest().id())
                    .toList();
            assertTrue(ids.contains("test.knocking"), ids.toString());
        }
    }

    private static void assertRefused(Executable action) {
        assertEquals(
                CallError.BAD_ARGUMENT,
                assertThrows(GatorException.class, action).code());
    }

    /** A plugin that only knocks. */
    public static final class Knocking implements GatorPlugin {
        @Override
        public PluginManifest manifest() {
            return PluginManifest.of("test.knocking", "Knocking", "1.0.0").build();
        }

        @Override
        public void contribute(Contributions contributions) {
            contributions.config();
        }
    }
}
