// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.wire.JsonWriter;
import dev.longrun.wire.StatusReader;
import dev.longrun.wire.StatusWriter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Loading databind costs a third of a second, which only programs that decode into classes pay. */
class ColdStartTest {

    @Test
    void readingAndWritingWorkWithoutDatabind() throws Exception {
        ClassLoader loader = new WithoutDatabind();
        Runnable work = (Runnable) loader.loadClass(ReadAndWrite.class.getName())
                .getDeclaredConstructor()
                .newInstance();

        work.run();

        assertThat(work.getClass().getClassLoader()).isSameAs(loader);
    }

    /** Runs in the other loader's world. */
    public static final class ReadAndWrite implements Runnable {
        @Override
        public void run() {
            JsonObject operation = JsonObject.parse(Fixture.bytes("operation.json"));
            String error = StatusWriter.status(
                    StatusReader.status(operation.object("error").orElseThrow()));
            Any metadata = Any.of(operation.object("metadata").orElseThrow());
            Instant created = metadata.payload().timestamp("createTime").orElseThrow();
            JsonWriter.object()
                    .putRaw("error", error)
                    .put("created", created.toString())
                    .end();
        }
    }

    private static final class WithoutDatabind extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.fasterxml.jackson.databind")) {
                throw new ClassNotFoundException(name + " is not to be loaded");
            }
            if (!name.startsWith("dev.longrun.") && !name.startsWith("com.fasterxml.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
