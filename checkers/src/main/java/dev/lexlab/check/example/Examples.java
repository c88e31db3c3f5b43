package dev.lexlab.check.example;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The door: labs' examples to what became of each. */
public final class Examples {
    private final List<Example> all;
    private final Map<String, ServiceDefinition> images;

    private Examples(List<Example> all, Map<String, ServiceDefinition> images) {
        this.all = List.copyOf(all);
        this.images = Map.copyOf(images);
    }

    /**
     * Finds them.
     *
     * @param labs folders of labs
     * @throws ProblemsFound with every file that nothing would run, and every image that cannot be used
     */
    public static Examples of(Course course, List<Path> labs) throws IOException, ProblemsFound {
        Problems problems = new Problems();
        List<Example> all = new ArrayList<>();
        for (Path lab : labs) {
            all.addAll(new ExampleReader(course, problems).read(lab));
        }
        problems.throwIfAny();
        ServiceReader services = new ServiceReader(course);
        Map<String, ServiceDefinition> images = new TreeMap<>();
        for (Example example : all) {
            if (!images.containsKey(example.image())) {
                images.put(example.image(), services.read(example.image()));
            }
        }
        return new Examples(all, images);
    }

    public List<Example> all() {
        return all;
    }

    /** Those whose file's name begins with this. */
    public Examples named(String stem) {
        return new Examples(
                all.stream().filter(one -> one.fileName().startsWith(stem)).toList(), images);
    }

    /**
     * Runs all.
     *
     * @param hands how many at the same time
     * @param ended is told each, one at a time
     * @return in the order of {@link #all()}
     */
    public List<ExampleOutcome> run(Engine engine, int hands, Consumer<ExampleOutcome> ended)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(hands);
        try {
            List<Future<ExampleOutcome>> running = new ArrayList<>();
            for (Example example : all) {
                Callable<ExampleOutcome> one = () -> {
                    ExampleOutcome outcome = run(engine, example);
                    synchronized (ended) {
                        ended.accept(outcome);
                    }
                    return outcome;
                };
                running.add(pool.submit(one));
            }
            List<ExampleOutcome> outcomes = new ArrayList<>();
            for (Future<ExampleOutcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Runs one. */
    public ExampleOutcome run(Engine engine, Example example) throws InterruptedException {
        long start = System.nanoTime();
        ServiceDefinition image = images.get(example.image());
        if (image == null) {
            throw new IllegalArgumentException(example.name() + " is not one of these");
        }
        try {
            return new ExampleOutcome(
                    example, new ExampleRun(engine, image).run(example), Optional.empty(), since(start));
        } catch (EngineFailure e) {
            String remedy = e.remedy().isEmpty() ? "" : "; " + e.remedy();
            return new ExampleOutcome(example, List.of(), Optional.of(e.what() + remedy), since(start));
        } catch (IOException e) {
            return new ExampleOutcome(
                    example,
                    List.of(),
                    Optional.of(example.name() + " cannot be read: " + e.getMessage()),
                    since(start));
        }
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
