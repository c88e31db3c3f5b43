package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import java.util.ArrayList;
import java.util.List;

/** Forces the interleavings of scenes; no clock has a part in the verdict. */
final class Stage {
    private static final List<String> NAMES = List.of("first client", "second client", "third client", "fourth client");
    private static final String HOLDER = "who locks rows";

    private final Postgres db;
    private final ClientConf conf;
    private final Evidence evidence;
    private final Watch watch;
    private final List<Teller> tellers = new ArrayList<>();
    private int scenes;

    Stage(Postgres db, ClientConf conf, Evidence evidence) {
        this.db = db;
        this.conf = conf;
        this.evidence = evidence;
        this.watch = new Watch(db.session("watch"));
    }

    void play(List<Scene> scenes) {
        scenes.forEach(this::play);
    }

    private void play(Scene scene) {
        scenes++;
        Evidence.Trace trace = evidence.trace("meeting " + scenes + ": " + scene.what());
        List<Call> calls = calls(scene, trace);
        boolean waited;
        try {
            waited = scene.isBehindLockedRows() ? meetAtRows(scene, calls, trace) : meetAtFirst(scene, calls);
        } catch (Watch.StuckCall stuck) {
            throw Judgement.stuck(stuck.call(), scene.given(), scene.clients());
        }
        List<Call> asked = scene.firstStays() ? calls : calls.subList(1, calls.size());
        new Judgement(scene, asked, waited, Stored.read(db.session(), scene.given()), conf).judge();
    }

    private List<Call> calls(Scene scene, Evidence.Trace trace) {
        List<Call> calls = new ArrayList<>();
        for (Operation client : scene.clients()) {
            if (calls.size() == tellers.size()) {
                tellers.add(Teller.of(NAMES.get(calls.size()), db, conf));
            }
            calls.add(new Call(tellers.get(calls.size()).at(trace), client));
        }
        return calls;
    }

    /** The first one has done its work and not committed when the others come. */
    private boolean meetAtFirst(Scene scene, List<Call> calls) {
        Call first = calls.get(0);
        List<Call> others = calls.subList(1, calls.size());
        first.hold();
        boolean waited = queue(others);
        first.letGo(scene.firstStays());
        others.forEach(call -> call.await(watch));
        others.forEach(call -> call.finish(watch));
        if (scene.firstStays()) {
            first.finish(watch);
        }
        return waited;
    }

    /** All have read what they want to read, and none could write, when the rows are set free; and so again for each attempt. */
    private boolean meetAtRows(Scene scene, List<Call> calls, Evidence.Trace trace) {
        Session holder = trace.noting(HOLDER, db.session(HOLDER));
        List<Call> under = calls;
        while (!under.isEmpty()) {
            holder.begin();
            Outcome locked = holder.attempt(scene.lockRows());
            if (!locked.accepted()) {
                throw Judgement.rowsCannotBeLocked(locked, scene.reproduce(conf.isolation()));
            }
            queue(under);
            holder.commit();
            under.forEach(call -> call.await(watch));
            under = under.stream().filter(Call::mayTryAgain).toList();
        }
        return false;
    }

    /** Whether the first of them waits for what is open. */
    private boolean queue(List<Call> calls) {
        boolean waits = false;
        for (Call call : calls) {
            watch.start(call);
            boolean thisWaits = watch.waits(call);
            waits = call.equals(calls.get(0)) ? thisWaits : waits;
        }
        return waits;
    }
}
