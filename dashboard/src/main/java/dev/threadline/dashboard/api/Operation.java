package dev.threadline.dashboard.api;

import java.util.List;

/**
 * What an address of the API does, as its handler describes it.
 *
 * @param name the address below {@code /api/}
 * @param summary one sentence
 * @param parameters what it can be asked by
 * @param members of the answer, beyond those of every answer
 * @param formats the content types of the answer
 */
public record Operation(
        String name, String summary, List<ApiParameter> parameters, List<Member> members, List<String> formats) {

    public static final String JSON = "application/json";
    public static final String CSV = "text/csv";

    public Operation {
        parameters = List.copyOf(parameters);
        members = List.copyOf(members);
        formats = List.copyOf(formats);
    }

    public String path() {
        return "/api/" + name;
    }

    /** The name by which programs made from the document call it. */
    public String id() {
        return name.replaceAll("[^a-z]+", "_").replaceAll("_$", "");
    }
}
