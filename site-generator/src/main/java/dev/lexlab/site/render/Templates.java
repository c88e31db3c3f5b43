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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

/** FreeMarker, told to escape everything, to fail loudly and to know nothing of the machine it runs on. */
final class Templates {
    /** Where a page has a menu, as its template writes it; no text of an author can, for its brackets are escaped. */
    private static final String MENU = "<!--menu ";

    /** Of a page without its menus. */
    private static final int USUAL_LENGTH = 1 << 14;

    private static final String MENU_END = "-->";

    private final Map<Sheet.MenuKey, Menu> menus = new ConcurrentHashMap<>();
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

    /** Pages that are rendered from now on get menus of their own: those of the last site are forgotten. */
    void forgetMenus() {
        menus.clear();
    }

    Rendered render(Sheet sheet) {
        String page = process(sheet.template(), sheet);
        List<String> own = new ArrayList<>();
        List<Menu> shown = new ArrayList<>();
        int end = 0;
        for (int menu = page.indexOf(MENU); menu >= 0; menu = page.indexOf(MENU, end)) {
            own.add(page.substring(end, menu));
            int name = menu + MENU.length();
            int nameEnd = page.indexOf(MENU_END, name);
            shown.add(menu(page.substring(name, nameEnd), sheet));
            end = nameEnd + MENU_END.length();
        }
        own.add(page.substring(end));
        return new Rendered(sheet.url(), sheet.area(), page, own, shown);
    }

    private Menu menu(String name, Sheet sheet) {
        return menus.computeIfAbsent(
                sheet.menu(name), any -> new Menu(process(name, sheet).strip()));
    }

    private String process(String template, Sheet sheet) {
        Address address = sheet.address();
        TemplateMethodModelEx to =
                arguments -> new SimpleScalar(address.to(arguments.get(0).toString()));
        Map<String, Object> model = new HashMap<>(sheet.model());
        model.put("to", to);
        StringWriter html = new StringWriter(USUAL_LENGTH);
        try {
            configuration.getTemplate(template + ".ftlh").process(model, html);
        } catch (IOException e) {
            throw new UncheckedIOException("template '" + template + "' is missing or malformed", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("template '" + template + "' failed: " + e.getMessage(), e);
        }
        return html.toString();
    }
}
