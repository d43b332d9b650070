package dev.threadline.ingestion.source.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Opens text files, unpacking what their names say is packed; bytes that are no UTF-8 become U+FFFD. */
public final class TextFiles {

    private TextFiles() {}

    /** Reads a file from its beginning; whoever asked for it closes it. An {@link IOException} if it cannot be opened. */
    public static BufferedReader reader(SourceFile file, Configuration hadoop) throws IOException {
        return new BufferedReader(new InputStreamReader(open(file, hadoop), StandardCharsets.UTF_8));
    }

    private static InputStream open(SourceFile file, Configuration hadoop) throws IOException {
        Path path = file.location();
        InputStream stored = path.getFileSystem(hadoop).open(path);
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        return codec == null ? stored : codec.createInputStream(stored);
    }
}
