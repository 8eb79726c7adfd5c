// What a client may send over the gateway, as Discord's documentation describes it: no schema of it is published (events/gateway-events, Send Events).
import * as z from "zod/mini";

const snowflake = z.string().check(z.regex(/^[1-9][0-9]{16,19}$/));
const whole = z.int().check(z.minimum(0));

const activity = z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(128)),
    type: z.literal([0, 1, 2, 3, 4, 5]),
    url: z.optional(z.nullable(z.string())),
    state: z.optional(z.nullable(z.string().check(z.maxLength(128)))),
});

const presence = z.strictObject({
    since: z.nullable(whole),
    activities: z.array(activity),
    status: z.literal(["online", "dnd", "idle", "invisible", "offline"]),
    afk: z.boolean(),
});

/** The last event's number, or null before the first. */
const heartbeat = z.strictObject({ op: z.literal(1), d: z.nullable(whole) });

const identify = z.strictObject({
    op: z.literal(2),
    d: z.strictObject({
        token: z.string().check(z.minLength(1)),
        properties: z.strictObject({ os: z.string(), browser: z.string(), device: z.string() }),
        compress: z.optional(z.boolean()),
        large_threshold: z.optional(z.int().check(z.minimum(50), z.maximum(250))),
        shard: z.optional(z.tuple([whole, whole.check(z.minimum(1))])),
        presence: z.optional(presence),
        intents: whole.check(z.maximum(2 ** 26 - 1)),
    }),
});

const presenceUpdate = z.strictObject({ op: z.literal(3), d: presence });

const voiceStateUpdate = z.strictObject({
    op: z.literal(4),
    d: z.strictObject({ guild_id: snowflake, channel_id: z.nullable(snowflake), self_mute: z.boolean(), self_deaf: z.boolean() }),
});

const resume = z.strictObject({
    op: z.literal(6),
    d: z.strictObject({ token: z.string().check(z.minLength(1)), session_id: z.string().check(z.minLength(1)), seq: whole }),
});

const requestGuildMembers = z.strictObject({
    op: z.literal(8),
    d: z.strictObject({
        guild_id: snowflake,
        query: z.optional(z.string()),
        limit: z.optional(whole),
        presences: z.optional(z.boolean()),
        user_ids: z.optional(z.union([snowflake, z.array(snowflake).check(z.maxLength(100))])),
        nonce: z.optional(z.string().check(z.maxLength(32))),
    }),
});

const payloads = [heartbeat, identify, presenceUpdate, voiceStateUpdate, resume, requestGuildMembers];

/** The payload's shape; undefined for an operation that no client sends. */
export const payloadOf = (op) => payloads.find((payload) => payload.shape.op.def.values[0] === op);

/** Bytes that a payload may have. */
export const LONGEST = 4096;
