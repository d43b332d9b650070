package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.threadline.ingestion.text.OwnWords;
import dev.threadline.ingestion.warehouse.Erasures;
import dev.threadline.ingestion.warehouse.SparkSql;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * The texts in {@code messages} that an earlier version of Threadline read. How it read them is what the comment of the column
 * {@code cues} says in the table; where that differs from what it would say now, they are read again, once.
 */
public final class StoredTexts {

    private final Warehouse warehouse;

    public StoredTexts(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Whether there are any that were read otherwise than they would be now. */
    public boolean wereReadOtherwise() {
        return warehouse.has(MessagesTable.TABLE) && !warehouse.describesAsNow(MessagesTable.TABLE, MessagesTable.CUES);
    }

    /** Derives anew what is derived from texts, if need be; interrupted, the next run does it. */
    void readAgainIfReadOtherwise(Erasures seen) {
        if (!wereReadOtherwise()) {
            return;
        }
        if (!warehouse.hasColumn(MessagesTable.TABLE, MessagesTable.CUES)) {
            addCues();
        }
        DeltaTable.forPath(warehouse.spark(), warehouse.location(MessagesTable.TABLE))
                .update(
                        col(MessagesTable.TEXT).isNotNull(),
                        Map.of(
                                MessagesTable.IS_ACKNOWLEDGEMENT_TEXT,
                                flag(TextFlags::isAcknowledgement),
                                MessagesTable.ENDS_IN_QUESTION,
                                flag(TextFlags::endsInQuestion),
                                MessagesTable.CUES,
                                udf((UDF2<String, Boolean, Integer>) StoredTexts::cues, DataTypes.IntegerType)
                                        .apply(
                                                col(MessagesTable.TEXT),
                                                col(MessagesTable.SENDER_ROLE).equalTo(Validation.CUSTOMER))));
        new TableWriter(warehouse, seen).describe(MessagesTable.TABLE);
    }

    private void addCues() {
        warehouse
                .spark()
                .sql("ALTER TABLE " + SparkSql.table(warehouse.location(MessagesTable.TABLE)) + " ADD COLUMNS ("
                        + MessagesTable.CUES + " INT)");
    }

    private static int cues(String text, boolean byCustomer) {
        return MessageRows.cues(text, OwnWords.of(text), byCustomer);
    }

    private static Column flag(UDF1<String, Boolean> holds) {
        UDF1<String, Boolean> ofText = text -> holds.call(OwnWords.of(text));
        return udf(ofText, DataTypes.BooleanType).apply(col(MessagesTable.TEXT));
    }
}
