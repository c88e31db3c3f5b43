package dev.lexlab.site.browser;

import dev.lexlab.lab.files.GenerationFolder;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link BuiltSite}, built when the first one asks. */
final class SiteExtension implements ParameterResolver {
    private static final Namespace SHARED = Namespace.create(SiteExtension.class);

    static BuiltSite site(ExtensionContext context) {
        return context.getRoot().getStore(SHARED).computeIfAbsent(BuiltSite.class, type -> build(), BuiltSite.class);
    }

    private static BuiltSite build() {
        try {
            return BuiltSite.build();
        } catch (IOException | GenerationFolder.Refused e) {
            throw new IllegalStateException("our own site could not be built", e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BuiltSite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return site(context);
    }
}
