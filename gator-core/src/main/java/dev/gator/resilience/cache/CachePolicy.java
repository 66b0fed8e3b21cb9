package dev.gator.resilience.cache;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.error.Require;
import java.time.Duration;

/** What a cache keeps, for how long and for whom. Immutable; {@code with} methods return copies. */
public final class CachePolicy {

    private final Duration life;
    private final int entries;
    private final boolean toolCalls;
    private final boolean tenantWide;
    private final String version;
    private final TimeSource time;

    private CachePolicy(
            Duration life, int entries, boolean toolCalls, boolean tenantWide, String version, TimeSource time) {
        this.life = Require.positive("time to live", life);
        this.entries = Require.range("entries", entries, 1, 10_000_000);
        this.toolCalls = toolCalls;
        this.tenantWide = tenantWide;
        this.version = version;
        this.time = time;
    }

    /** Returns: an hour, 1,000 entries, no tool calls, each owner apart. */
    public static CachePolicy defaults() {
        return new CachePolicy(Duration.ofHours(1), 1_000, false, false, "", TimeSource.system());
    }

    /** Returns the usual settings for vectors and token counts, which age slowly: a day, 10,000 entries. */
    public static CachePolicy ofADay() {
        return defaults().withLife(Duration.ofDays(1)).withEntries(10_000);
    }

    /** Returns a copy that keeps entries for that long. */
    public CachePolicy withLife(Duration other) {
        return new CachePolicy(other, entries, toolCalls, tenantWide, version, time);
    }

    /** Returns a copy that keeps that many entries; those not used for longest go first. */
    public CachePolicy withEntries(int most) {
        return new CachePolicy(life, most, toolCalls, tenantWide, version, time);
    }

    /** Returns a copy that also keeps replies in which the model calls tools. */
    public CachePolicy keepingToolCalls() {
        return new CachePolicy(life, entries, true, tenantWide, version, time);
    }

    /** Returns a copy that shares entries between the users of a tenant, never between tenants. */
    public CachePolicy sharedByTenant() {
        return new CachePolicy(life, entries, toolCalls, true, version, time);
    }

    /** Returns a copy whose entries belong to that version of the configuration: another version finds none of them. */
    public CachePolicy withVersion(String other) {
        return new CachePolicy(life, entries, toolCalls, tenantWide, other, time);
    }

    /** Returns a copy in which entries age on that clock. */
    public CachePolicy withTime(TimeSource other) {
        return new CachePolicy(life, entries, toolCalls, tenantWide, version, other);
    }

    Duration life() {
        return life;
    }

    int entries() {
        return entries;
    }

    boolean keepsToolCalls() {
        return toolCalls;
    }

    String version() {
        return version;
    }

    TimeSource time() {
        return time;
    }

    Owner owner(CallContext context) {
        return tenantWide ? Owner.tenant(context.owner().tenant()) : context.owner();
    }
}
