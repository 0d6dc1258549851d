package duka.kernel.query;

import duka.kernel.api.SequencedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The read side of a shop: events go in as Axon's processors hand them over, questions come over the query bus. */
public final class Shop {

    private final ApplicationContext beans;
    private final List<AnnotationEventHandlerAdapter> projections = new ArrayList<>();
    private final SimpleQueryBus questions = SimpleQueryBus.builder().build();
    private final List<Told> failed = new ArrayList<>();

    Shop(ApplicationContext beans) {
        this.beans = beans;
        beans.getBeansWithAnnotation(ProcessingGroup.class)
                .values()
                .forEach(projection -> projections.add(new AnnotationEventHandlerAdapter(projection)));
        for (String name : beans.getBeanDefinitionNames()) {
            Object bean = beans.getBean(name);
            for (var method : bean.getClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(QueryHandler.class)) {
                    new AnnotationQueryHandlerAdapter<>(bean).subscribe(questions);
                    break;
                }
            }
        }
    }

    /** What failed at its own event, as the dead letters would keep it. */
    public List<Told> failed() {
        return failed;
    }

    public JdbcTemplate database() {
        return beans.getBean(JdbcTemplate.class);
    }

    public <B> B bean(Class<B> type) {
        return beans.getBean(type);
    }

    void clear() {
        failed.clear();
        tables().forEach(table -> database().execute("TRUNCATE read." + table));
        Stamps stamps = bean(Stamps.class);
        inBatch(List.of(new Told(() -> "nobody", "nobody", 0, 0, java.time.Instant.EPOCH)), told -> {
            for (Stamps.Topic topic : Stamps.Topic.values()) {
                stamps.change(topic);
            }
        });
    }

    public Shop hear(Story story) {
        return hear(story.told(), 128);
    }

    public Shop hear(List<Told> events, int batch) {
        for (int from = 0; from < events.size(); from += batch) {
            inBatch(events.subList(from, Math.min(events.size(), from + batch)), this::handle);
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    public <R> R ask(Object query, Class<R> answer) {
        var question = new GenericQueryMessage<>(query, ResponseTypes.instanceOf(answer));
        var response = questions.query(question).join();
        if (response.isExceptional()) {
            throw new IllegalStateException(response.exceptionResult());
        }
        return (R) response.getPayload();
    }

    /** All rows of all read tables, each table in a stable order. */
    public Map<String, List<String>> dump() {
        Map<String, List<String>> dump = new TreeMap<>();
        for (String table : tables()) {
            dump.put(
                    table,
                    database().queryForList("SELECT t::text FROM read." + table + " t ORDER BY 1", String.class));
        }
        return dump;
    }

    private List<String> tables() {
        return database()
                .queryForList("SELECT tablename FROM pg_tables WHERE schemaname = 'read' ORDER BY 1", String.class);
    }

    private void handle(Told told) {
        try {
            for (AnnotationEventHandlerAdapter projection : projections) {
                if (projection.canHandle(told.message())) {
                    projection.handle(told.message());
                }
            }
        } catch (Exception e) {
            failed.add(told);
        }
    }

    private void inBatch(List<Told> events, Consumer<Told> handler) {
        List<DomainEventMessage<SequencedBy>> messages =
                events.stream().map(Told::message).toList();
        BatchingUnitOfWork<DomainEventMessage<SequencedBy>> batch = new BatchingUnitOfWork<>(messages);
        batch.attachTransaction(transactions());
        try {
            int[] next = {0};
            batch.executeWithResult(() -> {
                handler.accept(events.get(next[0]++));
                return null;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TransactionManager transactions() {
        PlatformTransactionManager manager = beans.getBean(PlatformTransactionManager.class);
        return () -> {
            TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    manager.commit(status);
                }

                @Override
                public void rollback() {
                    manager.rollback(status);
                }
            };
        };
    }
}
