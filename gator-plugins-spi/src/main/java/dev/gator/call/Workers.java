package dev.gator.call;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads for work that runs side by side: virtual ones where the JVM has them, daemon platform threads elsewhere.
 *
 * <p>One thread for each task and none kept, so there is no pool to size, share or close.
 */
public final class Workers {

    private static final ThreadStarter STARTER = ThreadStarter.forThisJvm();

    private Workers() {}

    /** Returns an executor that starts a new thread, named after {@code purpose}, for each task. */
    public static Executor named(String purpose) {
        AtomicLong count = new AtomicLong();
        return task -> STARTER.start("gator-" + purpose + "-" + count.incrementAndGet(), task);
    }

    /** Returns whether tasks run on virtual threads. */
    public static boolean areVirtual() {
        return STARTER.virtual();
    }

    private record ThreadStarter(boolean virtual, Starting starting) {

        void start(String name, Runnable task) {
            starting.start(name, task);
        }

        static ThreadStarter forThisJvm() {
            if (Runtime.version().feature() >= 24) { // before 24 a virtual thread pins its carrier in synchronized
                try {
                    return new ThreadStarter(true, virtualThreads());
                } catch (ReflectiveOperationException e) {
                    return new ThreadStarter(false, ThreadStarter::platformThread);
                }
            }
            return new ThreadStarter(false, ThreadStarter::platformThread);
        }

        private static Starting virtualThreads() throws ReflectiveOperationException {
            Class<?> builderType = Class.forName("java.lang.Thread$Builder");
            Method ofVirtual = Thread.class.getMethod("ofVirtual");
            Method named = builderType.getMethod("name", String.class);
            Method start = builderType.getMethod("start", Runnable.class);
            return (name, task) -> {
                try {
                    start.invoke(named.invoke(ofVirtual.invoke(null), name), task);
                } catch (ReflectiveOperationException e) {
                    platformThread(name, task);
                }
            };
        }

        private static void platformThread(String name, Runnable task) {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private interface Starting {
        void start(String name, Runnable task);
    }
}
