package dev.threadline.ingestion.source.file;

import dev.threadline.ingestion.UserError;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Opens text files, unpacking what their names say is packed. */
public final class TextFiles {

    /** Stands for bytes that are no UTF-8 where that is to be told: U+FFFF, which is no character, so no text has it. */
    public static final char NO_UTF_8 = '\uFFFF';

    private TextFiles() {}

    /** What a file is, as its first bytes say, that should be no text but is none of what it should be either. */
    public static String kindOf(SourceFile file, Configuration hadoop) throws IOException {
        try (InputStream stored = file.location().getFileSystem(hadoop).open(file.location())) {
            byte[] beginning = stored.readNBytes(FirstBytes.MOST);
            boolean isText = new String(beginning, StandardCharsets.UTF_8)
                    .chars()
                    .noneMatch(c -> c < ' ' && !Character.isWhitespace(c));
            return beginning.length == 0
                    ? "empty"
                    : BinaryKind.of(beginning).map(BinaryKind::called).orElse(isText ? "text" : "cut off or damaged");
        }
    }

    /** The file's text from its beginning; a user error if that shows that it is no text of ours. */
    private static InputStream open(SourceFile file, Configuration hadoop) throws IOException {
        InputStream text = new BufferedInputStream(unpacked(file, hadoop));
        try {
            text.mark(FirstBytes.MOST);
            FirstBytes.check(file, text.readNBytes(FirstBytes.MOST));
            text.reset();
            return text;
        } catch (IOException | UserError unreadable) {
            text.close();
            throw unreadable;
        }
    }

    private static InputStream unpacked(SourceFile file, Configuration hadoop) throws IOException {
        Path path = file.location();
        InputStream stored = path.getFileSystem(hadoop).open(path);
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        try {
            return codec == null ? stored : codec.createInputStream(stored);
        } catch (IOException unreadable) {
            stored.close();
            throw unreadable;
        }
    }

    /**
     * The text, with {@link #NO_UTF_8} for bytes that are no UTF-8; whoever asked for it closes it. An {@link IOException} if
     * it cannot be opened.
     */
    public static Reader marking(SourceFile file, Configuration hadoop) throws IOException {
        return new InputStreamReader(
                open(file, hadoop),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(NO_UTF_8)));
    }

    /**
     * The text, with U+FFFD for bytes that are no UTF-8; whoever asked for it closes it. An {@link IOException} if it cannot be
     * opened.
     */
    public static BufferedReader reader(SourceFile file, Configuration hadoop) throws IOException {
        return new BufferedReader(new InputStreamReader(open(file, hadoop), StandardCharsets.UTF_8));
    }
}
