package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** FreeMarker, told to escape everything, to fail loudly and to know nothing of the machine it runs on. */
final class Templates {
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    Templates() {
        configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, "pages"));
        configuration.setObjectWrapper(new RecordWrapper());
        configuration.setDefaultEncoding(UTF_8.name());
        configuration.setOutputEncoding(UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setLocalizedLookup(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
    }

    /** For the test that tries to break out of it. */
    Configuration configuration() {
        return configuration;
    }

    String render(Sheet sheet) {
        Address address = sheet.address();
        TemplateMethodModelEx to =
                arguments -> new SimpleScalar(address.to(arguments.get(0).toString()));
        Map<String, Object> model = new HashMap<>(sheet.model());
        model.put("to", to);
        StringWriter html = new StringWriter();
        try {
            configuration.getTemplate(sheet.template() + ".ftlh").process(model, html);
        } catch (IOException e) {
            throw new UncheckedIOException("template '" + sheet.template() + "' is missing or malformed", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("template '" + sheet.template() + "' failed: " + e.getMessage(), e);
        }
        return html.toString();
    }
}
