// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.Random;

/** One operation of the modelled service, and how it comes to its end. Times are those of the world. */
final class ModelOperation {
    static final long NEVER = Long.MAX_VALUE;
    private static final long SECOND = 1_000_000_000L;

    /** How the service treats a cancel of this operation. */
    enum OnCancel {
        STOPS,
        STOPS_SLOWLY,
        IGNORES,
        REJECTS,
        HAS_NO_CANCEL
    }

    enum End {
        SUCCESS,
        EMPTY,
        FAILURE,
        CANCELLED
    }

    private final String name;
    private final Random random;
    private final int dialect;
    private final OnCancel onCancel;
    private final long goneFrom;
    private final long goneUntil;
    private long endsAt;
    private End end;
    private boolean cancelTaken;

    /** @param dialect of its metadata */
    ModelOperation(String name, Random random, boolean mayVanish, int dialect) {
        this.name = name;
        this.random = random;
        this.dialect = dialect;
        OnCancel[] ways = OnCancel.values();
        OnCancel drawn = random.nextInt(3) > 0 ? OnCancel.STOPS : ways[random.nextInt(ways.length)];
        onCancel = ModelApi.of(name) == ModelApi.WITHOUT_CANCEL ? OnCancel.HAS_NO_CANCEL : drawn;
        end = random.nextInt(20) == 0
                ? End.CANCELLED
                : random.nextInt(4) == 0 ? End.FAILURE : random.nextInt(5) == 0 ? End.EMPTY : End.SUCCESS;
        endsAt = random.nextInt(3) == 0 ? time(40) : random.nextInt(8) == 0 ? 0 : NEVER;
        boolean vanishes = random.nextInt(4) == 0;
        long from = time(60);
        long until = random.nextBoolean() ? from + time(20) : NEVER;
        goneFrom = vanishes && mayVanish ? from : NEVER;
        goneUntil = until;
    }

    private long time(int seconds) {
        return (long) (random.nextDouble() * seconds * SECOND);
    }

    String name() {
        return name;
    }

    String parent() {
        return name.substring(0, name.lastIndexOf('/'));
    }

    boolean exists(long now) {
        return now < goneFrom || now >= goneUntil;
    }

    /** Whether it was gone at some moment. */
    boolean wasGone(long from, long to) {
        return goneFrom <= to && goneUntil > from;
    }

    boolean isDone(long now) {
        return now >= endsAt;
    }

    End end() {
        return end;
    }

    /** Returns the HTTP status of the response. A cancel with 200 was taken. */
    int cancel(long now) {
        if (!exists(now)) {
            return 404;
        } else if (onCancel == OnCancel.HAS_NO_CANCEL) {
            return 501;
        } else if (onCancel == OnCancel.REJECTS || isDone(now)) {
            return onCancel != OnCancel.REJECTS && random.nextBoolean() ? 200 : 400;
        } else if (cancelTaken && random.nextInt(3) == 0) {
            return 400; // it is being cancelled already
        }
        cancelTaken = true;
        long delay = time(15) / (onCancel == OnCancel.STOPS ? 30 : 1);
        if (onCancel != OnCancel.IGNORES && now + delay < endsAt) {
            endsAt = now + delay;
            end = End.CANCELLED;
        }
        return 200;
    }

    private String metadata() {
        return ",\"metadata\":"
                + switch (dialect) {
                    case 0 -> "{\"cancelRequested\":true}}";
                    case 1 -> "{\"@type\":\"type.googleapis.com/x\",\"requestedCancellation\":true,\"target\":7}}";
                    case 2 -> "{\"genericMetadata\":{\"state\":\"CANCELLING\"},\"progress\":{\"percent\":[]}}}";
                    default -> "{\"cancelRequested\":\"yes\",\"createTime\":\"yesterday\",\"progressPercent\":-3}}";
                };
    }

    String json(long now) {
        String head = "{\"name\":\"" + name + "\"";
        if (!isDone(now)) {
            return head + (cancelTaken && random.nextBoolean() ? metadata() : "}");
        }
        return head + ",\"done\":true"
                + switch (end) {
                    case SUCCESS -> ",\"response\":{\"@type\":\"type.googleapis.com/x\"}}";
                    case EMPTY -> "}";
                    case FAILURE -> ",\"error\":{\"code\":13,\"message\":\"broke\"}}";
                    case CANCELLED -> ",\"error\":{\"code\":1,\"message\":\"stopped\"}}";
                };
    }
}
