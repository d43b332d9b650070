package dev.threadline.dashboard.api;

import java.util.List;
import java.util.stream.Stream;

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

    private static final ApiParameter PUBLICATION = ApiParameter.text(
            "publication",
            "Answer as the publication of this number did, or as the last one that was published on this date; if not"
                    + " given, as the newest");

    public Operation {
        parameters = Stream.concat(parameters.stream(), Stream.of(PUBLICATION)).toList();
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
