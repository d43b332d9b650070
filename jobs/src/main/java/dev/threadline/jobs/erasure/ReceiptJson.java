package dev.threadline.jobs.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A receipt as JSON. */
public final class ReceiptJson {

    private ReceiptJson() {}

    /** The receipt as one object. */
    public static String of(Receipt receipt) {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode()
                .put("run_id", receipt.runId())
                .put("forgotten_at", receipt.forgottenAt().toString())
                .put("complete", receipt.isComplete());
        ArrayNode customers = root.putArray("customers");
        receipt.customers()
                .forEach(customer -> customers
                        .addObject()
                        .put("hash", customer.hash())
                        .put("threads", customer.threads())
                        .put("messages", customer.messages()));
        root.put("messages", receipt.messages())
                .put("rejected_records", receipt.rejects())
                .put("conversation_aliases", receipt.aliases())
                .put("publication_id", receipt.publicationId())
                .put("numbers_unchanged", receipt.numbersUnchanged());
        root.set("publications_with_aggregates_only", mapper.valueToTree(receipt.reduced()));
        root.put("files_deleted", receipt.freed().files())
                .put("bytes_deleted", receipt.freed().bytes())
                .put("unfinished_files_left", receipt.freed().unfinished());
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("numbers and hashes could not be written as JSON", impossible);
        }
    }
}
