package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.access.Role;
import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.question.Freshness;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers with all that is known of one conversation: its records, turns and stints, what counts in its numbers, and its place in the thread. */
public final class ConversationTimeline implements ApiAnswer {

    private static final SqlTemplate CONVERSATION = SqlTemplate.of("conversation");
    private static final SqlTemplate MESSAGES = SqlTemplate.of("conversation-messages");
    private static final SqlTemplate TURNS = SqlTemplate.of("conversation-turns");
    private static final SqlTemplate STINTS = SqlTemplate.of("conversation-stints");
    private static final SqlTemplate ATTENTION = SqlTemplate.of("conversation-attention");
    private static final SqlTemplate NEIGHBOURS = SqlTemplate.of("conversation-neighbours");

    private final Questions questions;
    private final boolean showText;

    public ConversationTimeline(Questions questions, boolean showText) {
        this.questions = questions;
        this.showText = showText;
    }

    @Override
    public Operation operation() {
        return new Operation(
                "conversations/{conversation_id}",
                "One conversation with its records, turns and stints, what counts in its numbers, and its place in the thread",
                List.of(ApiParameter.inPath(
                        "conversation_id", "Its id; one that later data changed leads to what it became")),
                List.of(
                        Member.n("Records of the conversation"),
                        Member.row("conversation", CONVERSATION),
                        Member.rows("messages", MESSAGES, Map.of()),
                        Member.rows("turns", TURNS, Map.of()),
                        Member.rows("stints", STINTS, Map.of()),
                        Member.rows("attention", ATTENTION, Map.of()),
                        Member.row("thread", NEIGHBOURS)),
                List.of(Operation.JSON));
    }

    @Override
    public void answer(Context context) throws Exception {
        String id = context.pathParam("conversation_id");
        Parameters parameters = new Parameters(context.queryParamMap());
        questions.ask(context, parameters, question -> {
            parameters.check();
            if (Freshness.unchanged(context, question, showText)) {
                return;
            }
            context.json(timeline(question, ConversationById.find(question, id)).members());
        });
    }

    private Answer timeline(Question question, Map<String, @Nullable Object> conversation) throws Exception {
        Map<String, @Nullable Object> values = new HashMap<>(conversation);
        values.put("configuration", question.reader().publication().configuration());
        values.put("show_text", showText && question.visitor().role() == Role.LEAD);
        List<Map<String, @Nullable Object>> messages =
                question.ask(MESSAGES, Map.of(), values).rows();
        return Answer.about("conversation", question.reader())
                .with("n", messages.size())
                .with("conversation", conversation)
                .with("messages", messages)
                .with("turns", question.ask(TURNS, Map.of(), values).rows())
                .with("stints", question.ask(STINTS, Map.of(), values).rows())
                .with("attention", question.ask(ATTENTION, Map.of(), values).rows())
                .with(
                        "thread",
                        question.ask(NEIGHBOURS, Map.of(), values).rows().stream()
                                .findFirst()
                                .orElse(Map.of()));
    }
}
