package org.tessera.nodes;

import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpTemplate;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** RabbitMQ between the nodes: one topic exchange, and a queue for each node that lives as long as the node does. */
@Configuration(proxyBeanMethods = false)
@Profile("cluster")
class Broker {

    private static final String EXCHANGE = "tessera";
    private static final long RECOVERY_MILLIS = 1_000;

    /** News older than that is no news: each node looks for itself every second. */
    private static final int TTL_MILLIS = 10_000;

    private static final long MOST = 10_000;

    @Bean
    TopicExchange nodesExchange() {
        return new TopicExchange(EXCHANGE, true, false);
    }

    @Bean
    Queue nodeQueue(Node node) {
        return QueueBuilder.nonDurable("tessera.node." + node.node())
                .exclusive()
                .autoDelete()
                .ttl(TTL_MILLIS)
                .maxLength(MOST)
                .build();
    }

    @Bean
    Binding nodeBinding(Queue nodeQueue, TopicExchange nodesExchange) {
        return BindingBuilder.bind(nodeQueue).to(nodesExchange).with("#");
    }

    /** Begun by {@link Rounds} once the product answers: a broker that is away must not hold up the start. */
    @Bean
    SimpleMessageListenerContainer nodeListener(ConnectionFactory connections, Queue nodeQueue, Hearing hearing) {
        SimpleMessageListenerContainer listener = new SimpleMessageListenerContainer(connections);
        listener.setQueues(nodeQueue);
        listener.setMessageListener(message -> hearing.hear(message.getBody()));
        listener.setAcknowledgeMode(AcknowledgeMode.NONE);
        listener.setMissingQueuesFatal(false);
        listener.setRecoveryInterval(RECOVERY_MILLIS);
        listener.setAutoStartup(false);
        return listener;
    }

    /** How news gets to the exchange; it throws where the broker is away. */
    @Bean
    Post post(AmqpTemplate rabbit) {
        return news -> rabbit.send(
                EXCHANGE,
                news.kind().key(),
                MessageBuilder.withBody(news.bytes())
                        .setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
                        .build());
    }
}
