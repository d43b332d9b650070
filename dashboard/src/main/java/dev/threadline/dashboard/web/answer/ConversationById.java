package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the conversation that an address names. */
public final class ConversationById {

    private static final SqlTemplate CONVERSATION = SqlTemplate.of("conversation");
    private static final SqlTemplate MOVED = SqlTemplate.of("conversation-moved");

    private ConversationById() {}

    /**
     * The conversation with an id, or, where later data changed that, the one that it became.
     *
     * @throws NotFoundResponse if the reader sees none such
     */
    public static Map<String, @Nullable Object> find(Question question, String id) throws SQLException {
        Optional<Map<String, @Nullable Object>> found = first(question, CONVERSATION, id);
        if (found.isEmpty()) {
            Optional<Object> became = first(question, MOVED, id).map(row -> row.get("new_conversation_id"));
            found = became.isEmpty() ? found : first(question, CONVERSATION, became.get());
        }
        return found.orElseThrow(() -> new NotFoundResponse(
                "No conversation has the id %s in this publication. Look for it in the list of conversations, which finds"
                                .formatted(id)
                        + " ids of threads, customers and agents too."));
    }

    private static Optional<Map<String, @Nullable Object>> first(Question question, SqlTemplate query, Object id)
            throws SQLException {
        return question.ask(query, Map.of(), Map.of("conversation_id", id)).rows().stream()
                .findFirst();
    }
}
