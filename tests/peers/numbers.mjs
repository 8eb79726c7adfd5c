// Discord's numbers by the names of discord-api-types, as one object: {"GatewayOpcodes": {"Dispatch": 0, ...}, ...}. Bits of permissions are strings.
import * as types from "discord-api-types/v10";
import { say } from "./lines.mjs";

const isNumber = (value) => typeof value === "number" || typeof value === "bigint";
// An enumeration in JavaScript has its names by their numbers, too.
const numbersOf = (one) => Object.fromEntries(Object.entries(one).filter(([, value]) => isNumber(value)));

say(
    JSON.parse(
        JSON.stringify(
            Object.fromEntries(Object.entries(types).filter(([, one]) => one !== null && typeof one === "object").map(([name, one]) => [name, numbersOf(one)])),
            (_, value) => (typeof value === "bigint" ? value.toString() : value),
        ),
    ),
);
