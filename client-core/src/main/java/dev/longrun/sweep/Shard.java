// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.service.OperationName;
import dev.longrun.text.SafeText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of {@code count} parts of all operations, such that each operation is in exactly one of them, on every machine
 * and in every version of this library.
 *
 * <p>An operation is in the part whose index is the remainder of its hash by {@code count}. The hash is the first eight
 * bytes, as an unsigned big-endian number, of the SHA-256 of its full name
 * ({@code //file.googleapis.com/projects/p/locations/l/operations/o}) in UTF-8.
 *
 * @param index from 0, as Kubernetes and Cloud Run count
 * @param count of all parts, the same on all machines
 */
public record Shard(int index, int count) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    public Shard {
        if (count < 1) {
            throw new IllegalArgumentException("there must be 1 shard or more; got " + index + '/' + count);
        }
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("shards count from 0, so of " + count + " they are 0/" + count + " to "
                    + (count - 1) + '/' + count + "; got " + index + '/' + count);
        }
    }

    public static Shard of(int index, int count) {
        return new Shard(index, count);
    }

    /** All operations: 0/1. */
    public static Shard all() {
        return new Shard(0, 1);
    }

    /** Reads {@code 2/8}: the third of eight. */
    public static Shard parse(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "a shard must look like i/n, such as 0/8 for the first of eight; got " + SafeText.quoted(text));
        }
        return new Shard(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /**
     * This machine's part, from the variables of the platform: {@code CLOUD_RUN_TASK_INDEX} and
     * {@code CLOUD_RUN_TASK_COUNT} on Cloud Run; {@code JOB_COMPLETION_INDEX} in an Indexed Job of Kubernetes, which
     * does not tell the count, so that the manifest must: {@code JOB_COMPLETIONS}, with the value of
     * {@code spec.completions}.
     *
     * @param environment such as {@code System.getenv()}
     * @throws dev.longrun.error.ConfigurationException if no variables, only one of a pair, or those of both platforms
     *     are set; a guess would do work twice or leave some undone
     */
    public static Shard fromEnvironment(Map<String, String> environment) {
        return new ShardEnvironment(environment).shard();
    }

    /** True if this is the only part. */
    public boolean isAll() {
        return count == 1;
    }

    /** True if the operation is in this part. */
    public boolean has(OperationName name) {
        return isAll() || indexOf(name.fullName(), count) == index;
    }

    static int indexOf(String fullName, int count) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(fullName.getBytes(UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), count);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code 2/8}. */
    @Override
    public String toString() {
        return index + "/" + count;
    }
}
