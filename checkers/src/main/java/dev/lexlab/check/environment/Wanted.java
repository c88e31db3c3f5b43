package dev.lexlab.check.environment;

import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Service;
import java.util.Set;

/**
 * Something of the environment that a grader's method asks for.
 *
 * @param name which machine, service or link; empty for everything else, and for the only service or link there is
 */
public record Wanted(Class<?> type, String name) {
    /** What may be asked for. */
    public static final Set<Class<?>> TYPES =
            Set.of(Postgres.class, RabbitMq.class, Engine.class, Machine.class, Service.class, Link.class);
}
