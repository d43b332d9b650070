package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.api.Operation;
import io.javalin.http.Context;

/** Answers an address of the API, and says what it answers. */
public interface ApiAnswer {

    Operation operation();

    void answer(Context context) throws Exception;
}
