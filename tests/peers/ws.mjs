// Connects to a gateway with @discordjs/ws, tells all that it sees, and leaves when its input ends: node ws.mjs API TOKEN INTENTS JITTER
import { REST } from "@discordjs/rest";
import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { say, stay } from "./lines.mjs";

const [api, token, intents, jitter] = process.argv.slice(2);

// What share of the interval the library waits before its first beat.
Math.random = () => Number(jitter);

const manager = new WebSocketManager({
    token,
    intents: Number(intents),
    rest: new REST({ api, version: "10" }).setToken(token),
    // Five seconds between two sessions are Discord's to ask for; here nobody counts them.
    buildIdentifyThrottler: () => ({ waitForIdentify: async () => {} }),
});

manager.on(WebSocketShardEvents.Ready, (ready) => say({ saw: "ready", ready }));
manager.on(WebSocketShardEvents.Resumed, () => say({ saw: "resumed" }));
manager.on(WebSocketShardEvents.HeartbeatComplete, () => say({ saw: "acknowledged" }));
manager.on(WebSocketShardEvents.Closed, (code) => say({ saw: "closed", code }));
manager.on(WebSocketShardEvents.Error, (error) => say({ saw: "error", message: error.message }));
manager.on(WebSocketShardEvents.Dispatch, (payload) => say({ saw: "event", name: payload.t, number: payload.s, data: payload.d }));

// Never done where the gateway refuses; what is wrong is told as an error.
manager.connect().catch((error) => say({ saw: "error", message: error.message }));

await stay(() => manager.destroy());
