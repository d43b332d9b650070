package dev.threadline.dashboard.web;

import dev.threadline.dashboard.api.Operation;
import io.javalin.http.Context;

/** Answers an address of the API, and says what it answers. */
interface ApiAnswer {

    Operation operation();

    void answer(Context context) throws Exception;
}
