// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The text of one JSON value, as a part of the array that the whole document came in. Equal when the texts are. */
final class Slice {
    static final int DOCUMENT_BYTES = 16 << 20;
    static final int STRING_CHARS = 8 << 20;

    /** Jackson's own limit for bare numbers; reading one takes quadratic time. */
    private static final int LONGEST_NUMBER = 1_000;

    private static final int LONGEST_SMALL = 18; // digits; the largest long has 19

    final byte[] bytes;
    final int start;
    final int end;

    Slice(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    Slice detached() {
        return new Slice(Arrays.copyOfRange(bytes, start, end), 0, length());
    }

    int length() {
        return end - start;
    }

    /**
     * Tells the kind of value: a brace, a bracket, a quote, a sign, a digit, or the first letter of true, false or
     * null.
     */
    char first() {
        return (char) bytes[start];
    }

    JsonParser parser() throws IOException {
        return Jackson.FACTORY.createParser(bytes, start, length());
    }

    /** The characters of a string, its escapes resolved; empty when this is no string. */
    Optional<String> string() {
        if (first() != '"') {
            return Optional.empty();
        }
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return Optional.of(unescaped());
            }
        }
        return Optional.of(new String(bytes, start + 1, length() - 2, UTF_8));
    }

    /** A whole number of 64 bits, bare or in a string, as proto JSON writes it. */
    OptionalLong integer() {
        if (isSmallInteger()) {
            return OptionalLong.of(smallInteger());
        }
        try {
            return decimal(numeral())
                    .map(number -> OptionalLong.of(number.longValueExact()))
                    .orElse(OptionalLong.empty());
        } catch (ArithmeticException e) { // a fraction, or more than 64 bits
            return OptionalLong.empty();
        }
    }

    /** Bare digits that a long holds in any case, as nearly all integers are. */
    private boolean isSmallInteger() {
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return length() <= LONGEST_SMALL;
    }

    private long smallInteger() {
        long value = 0;
        for (int i = start; i < end; i++) {
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    /** A number, bare or in a string; empty if a double cannot hold it. */
    OptionalDouble number() {
        String numeral = numeral();
        return switch (numeral) {
            case "NaN" -> OptionalDouble.of(Double.NaN);
            case "Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                decimal(numeral)
                        .map(BigDecimal::doubleValue)
                        .filter(Double::isFinite)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty());
        };
    }

    /** The characters of a number, bare or in a string. */
    private String numeral() {
        char first = first();
        return first == '-' || first >= '0' && first <= '9' ? toString() : string().orElse("");
    }

    private static Optional<BigDecimal> decimal(String characters) {
        try {
            boolean ascii = characters.chars().allMatch(c -> c <= '~'); // BigDecimal takes digits of all scripts
            return !ascii || characters.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(characters));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String unescaped() {
        try (JsonParser parser = parser()) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw readBefore(e);
        }
    }

    /** For text that was parsed before, so parsing cannot fail. */
    static IllegalStateException readBefore(IOException e) {
        return new IllegalStateException("JSON that was read before cannot be read; was its array changed?", e);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slice that && Arrays.equals(bytes, start, end, that.bytes, that.start, that.end);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes, start, length()).hashCode();
    }

    @Override
    public String toString() {
        return new String(bytes, start, length(), UTF_8);
    }
}
