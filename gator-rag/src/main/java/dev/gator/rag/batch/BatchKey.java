package dev.gator.rag.batch;

import dev.gator.call.Owner;
import dev.gator.error.Require;
import dev.gator.store.JobId;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Names a batch in the tables: the owner is part of every question. */
record BatchKey(Owner owner, String name) {

    BatchKey {
        Require.length("batch name", Require.text("batch name", name), 1, 200);
    }

    /** Returns the user as the tables know it: no text for what belongs to a tenant as a whole. */
    static String user(Owner owner) {
        return owner.user().orElse("");
    }

    static Owner owner(String tenant, String user) {
        return user.isEmpty() ? Owner.tenant(tenant) : Owner.of(tenant, user);
    }

    /** Returns the job id of an item: the same for the same order, in every process. */
    String jobOf(String itemKey) {
        return JobId.of("reel", owner.tenant(), user(owner), name, itemKey).value();
    }

    /** Sets tenant, user and name; returns the next free place. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, owner.tenant());
        statement.setString(first + 1, user(owner));
        statement.setString(first + 2, name);
        return first + 3;
    }
}
