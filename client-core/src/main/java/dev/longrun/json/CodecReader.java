// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import dev.longrun.text.SafeText;

/** Reads with the codec of an application. Whatever its library throws becomes a {@link JsonException}. */
final class CodecReader {

    static <T> T read(JsonCodec codec, String json, Class<T> type) {
        T value;
        try {
            value = codec.read(json, type);
        } catch (JsonException unfit) {
            throw unfit;
        } catch (Exception failed) {
            throw new JsonException("JSON does not fit " + type.getName() + ": " + reason(failed), failed);
        }
        if (value == null) {
            throw new JsonException("the codec read no " + type.getName() + ": it returned null, where a value of that"
                    + " class or an exception was expected");
        }
        return value;
    }

    /** The first line of the message; Jackson says in others where in its source it was. */
    private static String reason(Exception failed) {
        String message = failed.getMessage() == null ? "" : failed.getMessage();
        return SafeText.of(message.lines().findFirst().orElse(failed.getClass().getSimpleName()));
    }

    private CodecReader() {}
}
