package io.holdfast.daemon.parent;

import io.holdfast.notify.MailCarrier;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;

/// What speaks SMTP: modules in a folder of their own, which no process has on its module path. They are loaded with
/// the first mail.
final class MailLibrary {
    private static final String MODULE = "io.holdfast.mail";

    private MailLibrary() {}

    /// Delivers nothing, and says why.
    private record Missing(String why) implements MailCarrier {
        @Override
        public Outcome deliver(Letter letter) {
            return new Outcome.Deferred(why);
        }
    }

    /// @param folder with the jars
    static MailCarrier load(Path folder) {
        try {
            ModuleLayer boot = ModuleLayer.boot();
            Configuration modules = boot.configuration().resolveAndBind(ModuleFinder.of(folder), ModuleFinder.of(),
                    Set.of(MODULE));
            ModuleLayer layer = boot.defineModulesWithOneLoader(modules, ClassLoader.getSystemClassLoader());
            return ServiceLoader.load(layer, MailCarrier.class).findFirst()
                    .orElseGet(() -> new Missing("no mail library in " + folder));
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            return new Missing("the mail library in " + folder + " cannot be loaded: " + e.getMessage());
        }
    }
}
