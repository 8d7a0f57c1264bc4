package io.holdfast.sim;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Looks for what notices the fault in the core it runs with, in a process of its own: first some seeds, then the tests
/// of the core, then many seeds. Prints one line: who noticed, and what.
final class CatchFault {
    private static final int FIRST_SEEDS = 200;
    private static final int LONGEST_LINE = 90;

    private CatchFault() {}

    /// @param arguments how many seeds in all
    public static void main(String... arguments) {
        int most = Integer.parseInt(arguments[0]);
        Optional<String> caught = bySeeds(0, Math.min(FIRST_SEEDS, most)).or(CatchFault::byTests)
                .or(() -> bySeeds(FIRST_SEEDS, most));
        System.out.println(caught.orElse("nobody"));
    }

    private static Optional<String> bySeeds(int from, int to) {
        for (int seed = from; seed < to; seed++) {
            try {
                new RandomRun(seed).run();
            } catch (RuntimeException | AssertionError e) {
                return Optional.of("seed " + seed + ": " + firstLine(e));
            }
        }
        return Optional.empty();
    }

    private static String firstLine(Throwable failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
        return line.substring(0, Math.min(LONGEST_LINE, line.length()));
    }

    private static Optional<String> byTests() {
        Launcher launcher = LauncherFactory.create();
        for (String name : List.of("io.holdfast.vrrp", "io.holdfast.node", "io.holdfast.track")) {
            Optional<String> caught = byTests(launcher, LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectPackage(name)).filters(EngineFilter.includeEngines("junit-jupiter"),
                            ClassNameFilter.excludeClassNamePatterns(".*(Fuzz|Property).*"))
                    .build());
            if (caught.isPresent()) {
                return caught;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> byTests(Launcher launcher, LauncherDiscoveryRequest request) {
        AtomicReference<Optional<String>> caught = new AtomicReference<>(Optional.empty());
        launcher.execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED && test.isTest()) {
                    String name = test.getSource().map(Object::toString).orElse("")
                            .replaceAll(".*className = '[^']*?([A-Za-z0-9]+)', methodName = '([^']*)'.*", "$1.$2");
                    caught.compareAndSet(Optional.empty(), Optional.of(name));
                }
            }
        });
        return caught.get();
    }
}
