/**
 * Graders of the lab "rabbitmq". In: a learner's programs, run beside a broker with a vhost of its own. Out: what another
 * client of that vhost found in its queues.
 */
@NullMarked
package dev.lexlab.graders.rabbitmq;

import org.jspecify.annotations.NullMarked;
