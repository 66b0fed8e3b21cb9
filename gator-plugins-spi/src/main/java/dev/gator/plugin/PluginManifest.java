package dev.gator.plugin;

import dev.gator.error.Require;
import dev.gator.json.JsonSchema;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a plugin is, what it needs and what it asks to be permitted. Immutable. */
public final class PluginManifest {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    private final String id;
    private final String name;
    private final Version version;
    private final String description;
    private final String author;
    private final String authorEmail;
    private final String license;
    private final PluginCategory category;
    private final VersionRange api;
    private final @Nullable URI homepage;
    private final @Nullable URI repository;
    private final @Nullable URI documentation;
    private final List<Permission> permissions;
    private final List<PluginDependency> dependencies;
    private final List<String> tags;
    private final @Nullable JsonSchema configSchema;

    private PluginManifest(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.version = builder.version;
        this.description = builder.description;
        this.author = builder.author;
        this.authorEmail = builder.authorEmail;
        this.license = builder.license;
        this.category = builder.category;
        this.api = builder.api;
        this.homepage = builder.homepage;
        this.repository = builder.repository;
        this.documentation = builder.documentation;
        this.permissions = List.copyOf(builder.permissions);
        this.dependencies = List.copyOf(builder.dependencies);
        this.tags = List.copyOf(builder.tags);
        this.configSchema = builder.configSchema;
    }

    /**
     * Starts a manifest.
     *
     * @param id lower-case words joined by dots or dashes, such as {@code acme.weather}
     * @param name for people, 2 to 100 characters
     * @param version a semantic version
     */
    public static Builder of(String id, String name, String version) {
        return new Builder(id, name, Version.parse(version));
    }

    static String checkedId(String id) {
        Require.that(id.length() <= 100 && ID.matcher(id).matches(), "not an id of a plugin: " + id);
        return id;
    }

    /** Returns its id, unique among all plugins. */
    public String id() {
        return id;
    }

    /** Returns its name, for people. */
    public String name() {
        return name;
    }

    /** Returns its version. */
    public Version version() {
        return version;
    }

    /** Returns what it does, in a sentence; may be empty. */
    public String description() {
        return description;
    }

    /** Returns who wrote it; may be empty. */
    public String author() {
        return author;
    }

    /** Returns how to reach the author; may be empty. */
    public String authorEmail() {
        return authorEmail;
    }

    /** Returns its licence, an SPDX identifier. */
    public String license() {
        return license;
    }

    /** Returns what it is for. */
    public PluginCategory category() {
        return category;
    }

    /** Returns which versions of this contract it was made for. */
    public VersionRange api() {
        return api;
    }

    /** Returns where its home page is, if it has one. */
    public Optional<URI> homepage() {
        return Optional.ofNullable(homepage);
    }

    /** Returns where its source is, if it has one. */
    public Optional<URI> repository() {
        return Optional.ofNullable(repository);
    }

    /** Returns where its documentation is, if it has one. */
    public Optional<URI> documentation() {
        return Optional.ofNullable(documentation);
    }

    /** Returns what it asks to be permitted. */
    public List<Permission> permissions() {
        return permissions;
    }

    /** Returns the plugins that it needs. */
    public List<PluginDependency> dependencies() {
        return dependencies;
    }

    /** Returns words to find it by. */
    public List<String> tags() {
        return tags;
    }

    /** Returns the schema of its configuration, if it has one. */
    public Optional<JsonSchema> configSchema() {
        return Optional.ofNullable(configSchema);
    }

    /** Returns whether it asks for something that covers this. */
    public boolean asksFor(Permission wanted) {
        return permissions.stream().anyMatch(asked -> asked.covers(wanted));
    }

    /** Returns {@code acme.weather 1.0.0}. */
    @Override
    public String toString() {
        return id + " " + version;
    }

    /** Collects a manifest. */
    public static final class Builder {
        private final String id;
        private final String name;
        private final Version version;
        private String description = "";
        private String author = "";
        private String authorEmail = "";
        private String license = "MIT";
        private PluginCategory category = PluginCategory.OTHER;
        private VersionRange api = VersionRange.any();
        private @Nullable URI homepage;
        private @Nullable URI repository;
        private @Nullable URI documentation;
        private final List<Permission> permissions = new ArrayList<>();
        private final List<PluginDependency> dependencies = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private @Nullable JsonSchema configSchema;

        private Builder(String id, String name, Version version) {
            this.id = checkedId(id);
            this.name = Require.length("plugin name", Require.text("plugin name", name), 2, 100);
            this.version = version;
        }

        /** Says what it does, in a sentence. */
        public Builder description(String value) {
            this.description = Require.length("plugin description", value, 0, 2_000);
            return this;
        }

        /** Says who wrote it. */
        public Builder author(String value) {
            this.author = Require.length("plugin author", value, 0, 200);
            return this;
        }

        /** Says how to reach the author. */
        public Builder authorEmail(String value) {
            this.authorEmail = Require.length("author email", value, 0, 254);
            return this;
        }

        /** Sets its licence, an SPDX identifier. */
        public Builder license(String value) {
            this.license = Require.text("plugin licence", value);
            return this;
        }

        /** Says what it is for. */
        public Builder category(PluginCategory value) {
            this.category = value;
            return this;
        }

        /** Says which versions of this contract it was made for. */
        public Builder api(VersionRange value) {
            this.api = value;
            return this;
        }

        /** Says which versions of this contract it was made for, such as {@code >=1.2 <2}. */
        public Builder api(String range) {
            return api(VersionRange.parse(range));
        }

        /** Says where its home page is. */
        public Builder homepage(URI value) {
            this.homepage = web(value);
            return this;
        }

        /** Says where its source is. */
        public Builder repository(URI value) {
            this.repository = web(value);
            return this;
        }

        /** Says where its documentation is. */
        public Builder documentation(URI value) {
            this.documentation = web(value);
            return this;
        }

        /** Asks for a permission. */
        public Builder permission(Permission value) {
            permissions.add(value);
            return this;
        }

        /** Says that it needs another plugin. */
        public Builder dependency(PluginDependency value) {
            dependencies.add(value);
            return this;
        }

        /** Adds a word to find it by. */
        public Builder tag(String value) {
            tags.add(Require.length("plugin tag", Require.text("plugin tag", value), 1, 50));
            return this;
        }

        /** Asks for a permission, such as {@code http:api.example.com}. */
        public Builder permission(String text) {
            return permission(Permission.parse(text));
        }

        /** Says that it needs another plugin, in a range of versions. */
        public Builder dependency(String id, String range) {
            return dependency(new PluginDependency(id, VersionRange.parse(range)));
        }

        /** Sets the schema of its configuration; the host refuses a configuration that does not fit. */
        public Builder configSchema(JsonSchema schema) {
            this.configSchema = schema;
            return this;
        }

        /** Returns the manifest. */
        public PluginManifest build() {
            return new PluginManifest(this);
        }

        private static URI web(URI address) {
            Require.that("https".equalsIgnoreCase(address.getScheme()), "not an https address: " + address);
            return address;
        }
    }
}
