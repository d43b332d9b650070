package dev.threadline.ingestion.erasure;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.StoreErrors;
import dev.threadline.ingestion.warehouse.OneWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The key by which ids of forgotten customers are hashed. Without it the hashes say nothing, not even to somebody who can
 * try all ids; without it nobody can be recognized either. It is a file of the warehouse that only its owner may read.
 */
public final class ErasureKey implements Serializable {

    /** The file in the warehouse's folder: 32 random bytes in hexadecimal. */
    public static final String FILE = "_erasure.key";

    private static final long serialVersionUID = 1;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final String CUSTOMER = "customer";
    private static final String THREAD = "thread";

    private final byte[] key;

    private ErasureKey(byte[] key) {
        this.key = key;
    }

    /** The warehouse's key; made if there is none. */
    public static ErasureKey ofOrNew(Warehouse warehouse) {
        return of(warehouse).orElseGet(() -> create(warehouse));
    }

    /** The warehouse's key; empty if nobody was forgotten here yet. */
    public static Optional<ErasureKey> of(Warehouse warehouse) {
        Path file = file(warehouse);
        try (FSDataInputStream in = system(warehouse, file).open(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
            return Optional.of(new ErasureKey(HexFormat.of().parseHex(text)));
        } catch (FileNotFoundException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException cause) {
            throw IngestionErrors.badErasureKey(file.toString(), cause);
        }
    }

    /** Another run may make one at the same moment: then all take the one that is there. */
    private static ErasureKey create(Warehouse warehouse) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            OneWriter.write(warehouse.spark(), file(warehouse), HexFormat.of().formatHex(key));
            return new ErasureKey(key);
        } catch (IOException cause) {
            return of(warehouse).orElseThrow(() -> StoreErrors.notWritable(warehouse.root(), cause));
        }
    }

    /**
     * The hash of a customer's id.
     *
     * @param source whose customer it is; empty for one of all sources
     */
    public String customer(String source, String id) {
        return hash(CUSTOMER + '\0' + source + '\0' + id);
    }

    /** The hash of a thread's id. */
    public String thread(String source, String id) {
        return hash(THREAD + '\0' + source + '\0' + id);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static Path file(Warehouse warehouse) {
        return new Path(warehouse.root(), FILE);
    }

    private static FileSystem system(Warehouse warehouse, Path file) throws IOException {
        return file.getFileSystem(warehouse.spark().sessionState().newHadoopConf());
    }
}
