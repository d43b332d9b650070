package dev.threadline.ingestion.message;

import dev.threadline.ingestion.warehouse.DataFile;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of the good records of a partition, or of several.
 *
 * @param files with the messages that the table does not have, in no version of it yet
 * @param messages how many these are
 * @param changed messages of the table that are to be written again
 * @param recordsPerFile good records of each file, copies among them
 */
record WrittenMessages(List<DataFile> files, long messages, long changed, Map<String, Long> recordsPerFile)
        implements Serializable {

    static final WrittenMessages NONE = new WrittenMessages(List.of(), 0, 0, Map.of());

    WrittenMessages and(WrittenMessages other) {
        Map<String, Long> records = new HashMap<>(recordsPerFile);
        other.recordsPerFile.forEach((file, count) -> records.merge(file, count, Long::sum));
        return new WrittenMessages(
                Stream.concat(files.stream(), other.files.stream()).toList(),
                messages + other.messages,
                changed + other.changed,
                records);
    }
}
