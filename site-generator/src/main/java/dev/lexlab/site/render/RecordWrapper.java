package dev.lexlab.site.render;

import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.Myth;
import dev.lexlab.site.model.Term;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets templates read records by the names of their components, optionals as present or missing, and no other object at all.
 * The few texts that are markup already are named here; a template cannot bless any other.
 */
final class RecordWrapper extends DefaultObjectWrapper {
    private static final Map<Class<?>, Set<String>> MARKUP = Map.of(
            Body.class, Set.of("html"),
            Book.Section.class, Set.of("html"),
            Brief.class, Set.of("definition"),
            Myth.class, Set.of("belief", "truth", "see"),
            StructuredData.class, Set.of("json"),
            Term.class, Set.of("definition"));

    private final Map<Class<?>, Map<String, Method>> accessors = new ConcurrentHashMap<>();

    RecordWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    /** Most values are of these kinds, and the wrapper we build on asks for all others first. */
    @Override
    public TemplateModel wrap(@Nullable Object object) throws TemplateModelException {
        if (object instanceof String text) {
            return new SimpleScalar(text);
        }
        if (object instanceof Record someRecord) {
            return new RecordModel(someRecord);
        }
        if (object instanceof Optional<?> optional) {
            return wrap(optional.orElse(null));
        }
        return super.wrap(object);
    }

    @Override
    protected TemplateModel handleUnknownType(Object object) throws TemplateModelException {
        throw new TemplateModelException("templates read records, collections and plain values, not "
                + object.getClass().getName());
    }

    private Map<String, Method> accessorsOf(Class<?> type) {
        return accessors.computeIfAbsent(type, record -> {
            Map<String, Method> byName = new HashMap<>();
            for (RecordComponent component : record.getRecordComponents()) {
                component.getAccessor().setAccessible(true); // our own records are not public
                byName.put(component.getName(), component.getAccessor());
            }
            return Map.copyOf(byName);
        });
    }

    private final class RecordModel implements TemplateHashModel {
        private final Record values;

        RecordModel(Record values) {
            this.values = values;
        }

        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            Class<?> type = values.getClass();
            Method accessor = accessorsOf(type).get(key);
            if (accessor == null) {
                throw new TemplateModelException(type.getSimpleName() + " has no component '" + key + "'");
            }
            Object value = read(accessor);
            return MARKUP.getOrDefault(type, Set.of()).contains(key)
                    ? HTMLOutputFormat.INSTANCE.fromMarkup((String) value)
                    : wrap(value);
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        private Object read(Method accessor) throws TemplateModelException {
            try {
                return accessor.invoke(values);
            } catch (ReflectiveOperationException e) {
                throw new TemplateModelException("'" + accessor.getName() + "' cannot be read", e);
            }
        }
    }
}
