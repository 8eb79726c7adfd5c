// Sends with @discordjs/rest what it is told to, {"method", "path", "body"} a line, beside one another, and tells how each ended: node rest.mjs API TOKEN
import { DiscordAPIError, HTTPError, RateLimitError, REST, RESTEvents } from "@discordjs/rest";
import { heard, say } from "./lines.mjs";

const [api, token] = process.argv.slice(2);

const rest = new REST({ api, version: "10", retries: 2 }).setToken(token);

rest.on(RESTEvents.RateLimited, ({ global, hash, limit, majorParameter, retryAfter, route, scope }) =>
    say({ saw: "limit", global, hash, limit, majorParameter, retryAfter, route, scope }));

function errorOf(error) {
    if (error instanceof DiscordAPIError) return { kind: "api", status: error.status, code: error.code, message: error.rawError.message };
    if (error instanceof HTTPError) return { kind: "http", status: error.status };
    if (error instanceof RateLimitError) return { kind: "limit" };
    return { kind: "other", message: error.message };
}

for await (const { method, path, body } of heard()) {
    rest.request({ method, fullRoute: path, body }).then(
        (answer) => say({ saw: "answer", path, answer }),
        (error) => say({ saw: "refusal", path, ...errorOf(error) }),
    );
}
// What still waits for a bucket would wait for long.
process.exit(0);
