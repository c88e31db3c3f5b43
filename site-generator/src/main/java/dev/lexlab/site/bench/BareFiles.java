package dev.lexlab.site.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What both bare engines need: files in, files out, on some threads. */
final class BareFiles {

    private BareFiles() {}

    /**
     * Converts every file of an ending below a folder.
     *
     * @param converters makes one for each thread
     */
    static void convertAll(Path in, Path out, String ending, int threads, Supplier<Converter> converters)
            throws IOException, InterruptedException, ExecutionException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(in)) {
            files = all.filter(file -> file.toString().endsWith("." + ending))
                    .sorted()
                    .toList();
        }
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> work = () -> {
            Converter converter = converters.get();
            int done = 0;
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                String name = in.relativize(files.get(i)).toString();
                Path target = out.resolve(name.substring(0, name.length() - ending.length()) + "html");
                Files.createDirectories(target.getParent());
                Files.writeString(target, converter.convert(Files.readString(files.get(i))));
                done++;
            }
            return done;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> parts =
                    new ArrayList<>(pool.invokeAll(List.of(work, work).subList(0, threads)));
            for (Future<Integer> part : parts) {
                Integer unused = part.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    /** A text to HTML; used by one thread. */
    interface Converter {
        String convert(String text) throws IOException;
    }
}
