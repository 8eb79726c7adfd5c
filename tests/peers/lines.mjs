// How these programs are talked to: a JSON value a line in, a JSON value a line out.
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";

/** Writes a line of JSON. */
export const say = (value) => process.stdout.write(JSON.stringify(value) + "\n");

/** The values that come in, until the other side closes. */
export async function* heard() {
    for await (const line of createInterface({ input: process.stdin })) {
        if (line.trim().length > 0) yield JSON.parse(line);
    }
}

/** Stays until the other side closes, and ends then, whatever becomes of what it closes. */
export async function stay(close) {
    for await (const _ of heard());
    await Promise.race([close(), setTimeout(5000)]);
    process.exit(0);
}
