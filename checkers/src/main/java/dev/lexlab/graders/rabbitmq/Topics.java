package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Submission;

/** Another client of the vhost: it publishes events of its own and looks into the queues of each subscriber. */
final class Topics {

    @Prepare
    void declare(Submission work, @Named("worker") Machine worker) {
        new LearnerProgram(work.file("declare"), worker).runOrRefuse();
    }

    @Check("declared")
    void declared(Submission work, RabbitMq broker, @Named("worker") Machine worker) {
        Topology topology = new Topology(broker);
        topology.requireTopicExchange();
        topology.requireQueues();
        topology.requireUnchangedBy(new LearnerProgram(work.file("declare"), worker));
    }

    @Check("reaches-all")
    void reachesAll(RabbitMq broker, Draw draw, Evidence evidence) {
        new Reach(Arrivals.of(new Keys(draw).wished(), draw, broker).notedIn(evidence)).requireAll();
    }

    @Check("nothing-else")
    void nothingElse(RabbitMq broker, Draw draw, Evidence evidence) {
        new Reach(Arrivals.of(new Keys(draw).nearMisses(), draw, broker).notedIn(evidence)).requireNothingElse();
    }

    @Check("once")
    void once(RabbitMq broker, Draw draw, Evidence evidence) {
        new Reach(Arrivals.of(new Keys(draw).wishedTwice(), draw, broker).notedIn(evidence)).requireOnce();
    }

    @Check("published")
    void published(Submission work, RabbitMq broker, @Named("worker") Machine worker, Draw draw, Evidence evidence) {
        new Publishing(new LearnerProgram(work.file("publish"), worker), broker, evidence).require(Event.samples(draw));
    }
}
