package dev.gator.plugin;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Errors of plugins. */
public enum PluginError implements ErrorCode {
    /** The plugin needs another version of this contract. */
    WRONG_API("GATOR-PLG-001", ErrorCategory.CONFIGURATION, "install a version of the plugin made for this Gator"),
    /** A plugin that this one needs is missing or has the wrong version. */
    MISSING_DEPENDENCY("GATOR-PLG-002", ErrorCategory.CONFIGURATION, "install the named plugin in the named version"),
    /** The plugin did something that it was not permitted. */
    NOT_PERMITTED("GATOR-PLG-003", ErrorCategory.PERMISSION, "grant the permission, or remove the plugin"),
    /** The configuration does not fit the plugin's schema. */
    BAD_CONFIG("GATOR-PLG-004", ErrorCategory.CONFIGURATION, "correct the named setting of the plugin"),
    /** Two parts have the same name. */
    NAME_TAKEN("GATOR-PLG-005", ErrorCategory.CONFIGURATION, "remove one of the two plugins, or rename the part"),
    /** The plugin failed while it was loaded or started. */
    START_FAILED("GATOR-PLG-006", ErrorCategory.INTERNAL, "read the cause and report it to the plugin's author"),
    /** A hook failed. */
    HOOK_FAILED("GATOR-PLG-007", ErrorCategory.INTERNAL, "read the cause and report it to the plugin's author"),
    /** A hook took longer than its time box. */
    HOOK_TOO_SLOW("GATOR-PLG-008", ErrorCategory.TIMEOUT, "allow the hook more time, or remove the plugin"),
    /** A hook vetoed. */
    VETOED("GATOR-PLG-009", ErrorCategory.REFUSED, "change the content, or remove the plugin that objects"),
    /** The plugin was switched off after too many failures. */
    QUARANTINED("GATOR-PLG-010", ErrorCategory.CONFIGURATION, "update the plugin, then switch it on again"),
    /** Plugins need each other in a circle. */
    CIRCULAR("GATOR-PLG-011", ErrorCategory.CONFIGURATION, "remove one of the named plugins");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    PluginError(String id, ErrorCategory category, String remedy) {
        this.id = id;
        this.category = category;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
