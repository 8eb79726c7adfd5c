// Whether Discord's own library takes a request as Discord's: {"key", "signature", "timestamp", "body"} a line in, {"ok"} a line out, in the same order.
// With the argument "vectors" it writes such lines instead, good ones and ones that are not, each with its "name" and whether it "isGood".
import { generateKeyPairSync, sign } from "node:crypto";
import { verifyKey } from "discord-interactions";
import { heard, say } from "./lines.mjs";

const PING = '{"type":1}', NAMES = '{"type":2,"data":{"name":"who","options":[{"value":"Лавров 🙂"}]}}', NOW = "1767225600";

function* vectors() {
    const [ours, other] = [newKey(), newKey()];
    const good = signed(ours, NOW, PING);
    const letter = (text, at, to) => text.slice(0, at) + to + text.slice(at + 1);
    yield { name: "ping", isGood: true, ...good };
    yield { name: "names", isGood: true, ...signed(ours, NOW, NAMES) };
    yield { name: "empty body", isGood: true, ...signed(ours, NOW, "") };
    yield { name: "stale, which a signature does not tell", isGood: true, ...signed(ours, "1577836800", PING) };
    yield { name: "capitals", isGood: true, ...good, key: good.key.toUpperCase(), signature: good.signature.toUpperCase() };
    yield { name: "another body", isGood: false, ...good, body: '{"type":2}' };
    yield { name: "a space more", isGood: false, ...good, body: PING + " " };
    yield { name: "another time", isGood: false, ...good, timestamp: "1767225601" };
    yield { name: "no time", isGood: false, ...good, timestamp: "" };
    yield { name: "time and body cut elsewhere", isGood: true, ...good, timestamp: NOW.slice(0, -1), body: NOW.slice(-1) + PING };
    yield { name: "another's key", isGood: false, ...good, key: other.key };
    yield { name: "another's signature", isGood: false, ...good, signature: signed(other, NOW, PING).signature };
    yield { name: "one digit of the first half", isGood: false, ...good, signature: letter(good.signature, 5, good.signature[5] === "0" ? "1" : "0") };
    yield { name: "one digit of the second half", isGood: false, ...good, signature: letter(good.signature, 70, good.signature[70] === "0" ? "1" : "0") };
    yield { name: "too short", isGood: false, ...good, signature: good.signature.slice(0, -2) };
    yield { name: "too long", isGood: false, ...good, signature: good.signature + "00" };
    yield { name: "no signature", isGood: false, ...good, signature: "" };
    yield { name: "zeros", isGood: false, ...good, signature: "0".repeat(128) };
    yield { name: "no hex", isGood: false, ...good, signature: "z".repeat(128) };
    yield { name: "words", isGood: false, ...good, signature: "not a signature" };
    yield { name: "no key", isGood: false, ...good, key: "" };
    yield { name: "a key too short", isGood: false, ...good, key: good.key.slice(0, -2) };
    yield { name: "a key of no hex", isGood: false, ...good, key: "z".repeat(64) };
}

function newKey() {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    return { privateKey, key: publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex") };
}

function signed({ privateKey, key }, timestamp, body) {
    return { key, timestamp, body, signature: sign(null, Buffer.from(timestamp + body), privateKey).toString("hex") };
}

if (process.argv[2] === "vectors") {
    for (const vector of vectors()) say(vector);
} else {
    // What it cannot read at all it writes of on standard error, and says no.
    for await (const { key, signature, timestamp, body } of heard()) say({ ok: await verifyKey(body, signature, timestamp, key) });
}
