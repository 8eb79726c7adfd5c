// Tells of each body whether Discord would take it: {"kind", "body"} a line in, {"ok": true} or {"ok": false, "why"} a line out, in the same order. Of a
// callback "to" may tell the type of the interaction that it answers.
import * as z from "zod/mini";
import { LONGEST, payloadOf } from "./gatewayPayloads.mjs";
import { heard, say } from "./lines.mjs";
import { FLAGS, wrongWithCommands, wrongWithMessage } from "./rules.mjs";
import { spec } from "./spec.mjs";
import { problemOf, strict } from "./strict.mjs";

const PONG = 1, MESSAGE = 4, DEFERRED_MESSAGE = 5, DEFERRED_UPDATE = 6, UPDATE = 7, CHOICES = 8;

const callbacks = new Map([
    [PONG, strict(spec.PongInteractionCallbackRequestSchema)],
    [MESSAGE, strict(spec.CreateMessageInteractionCallbackRequestSchema)],
    [DEFERRED_MESSAGE, strict(spec.CreateMessageInteractionCallbackRequestSchema)],
    [DEFERRED_UPDATE, strict(spec.UpdateMessageInteractionCallbackRequestSchema)],
    [UPDATE, strict(spec.UpdateMessageInteractionCallbackRequestSchema)],
    [CHOICES, strict(spec.ApplicationCommandAutocompleteCallbackRequestSchema)],
]);

/** What each type of interaction may be answered with: a ping, a command, a press, typing. */
const answers = new Map([
    [1, [PONG]],
    [2, [MESSAGE, DEFERRED_MESSAGE]],
    [3, [MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE]],
    [4, [CHOICES]],
]);

/** By kind: the schema of a body, and what is wrong with one that it lets pass. */
const kinds = {
    callback: { schema: (body) => callbacks.get(body?.type), wrong: wrongWithCallback },
    edit: {
        schema: () => strict(spec.IncomingWebhookUpdateRequestPartialSchema),
        wrong: (body) => wrongWithMessage(body, FLAGS.edit, true),
    },
    message: {
        schema: () => strict(spec.MessageCreateRequestSchema),
        wrong: (body) => wrongWithMessage(body, FLAGS.post, false),
    },
    commands: {
        schema: () => z.array(strict(spec.ApplicationCommandUpdateRequestSchema)),
        wrong: wrongWithCommands,
    },
    followUp: {
        schema: () => strict(spec.IncomingWebhookInteractionRequestSchema),
        wrong: (body) => wrongWithMessage(body, FLAGS.answer, false),
    },
    gateway: {
        schema: (body) => payloadOf(body?.op),
        *wrong(body) {
            const length = Buffer.byteLength(JSON.stringify(body));
            if (length > LONGEST) yield `body: ${length} bytes, more than ${LONGEST}`;
        },
    },
};

function* wrongWithCallback(body, to) {
    if (to != null && !answers.get(to)?.includes(body.type)) yield `type: ${body.type} is no answer to an interaction of type ${to}`;
    switch (body.type) {
        case MESSAGE:
            yield* body.data ? wrongWithMessage(body.data, FLAGS.answer, false) : ["data: nothing to say"];
            break;
        case DEFERRED_MESSAGE:
            yield* wrongWithMessage(body.data ?? {}, FLAGS.answer, true);
            break;
        case UPDATE:
            yield* wrongWithMessage(body.data ?? {}, FLAGS.edit, true);
            break;
        case CHOICES:
            if (!body.data?.choices) yield "data: without choices";
            break;
    }
}

function verdictOn({ kind, body, to }) {
    const schema = kinds[kind].schema(body);
    if (!schema) return `body: of no type that Discord has for a ${kind}`;
    return problemOf(schema, body) ?? ([...kinds[kind].wrong(body, to)].join("; ") || null);
}

// The schemas are ready: whoever waits may send.
say({ ok: true });
for await (const line of heard()) {
    const why = verdictOn(line);
    say(why === null ? { ok: true } : { ok: false, why });
}
