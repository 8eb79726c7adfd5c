// discord-api-spec builds its schemas when it is loaded, before its own setStrictObject can be called: unknown keys are passed over at every depth. Here each
// schema is built again with strict objects.
import * as z from "zod/mini";

const made = new Map();

/** The same schema, in which no object has a key that Discord does not name. */
export function strict(schema) {
    if (!made.has(schema)) made.set(schema, rebuilt(schema));
    return made.get(schema);
}

function rebuilt(schema) {
    const def = schema._zod.def;
    const like = (changes) => z.clone(schema, { ...def, ...changes });
    switch (def.type) {
        case "object":
            return like({
                shape: Object.fromEntries(Object.entries(def.shape).map(([key, value]) => [key, strict(value)])),
                catchall: z.never(),
            });
        case "array":
            return like({ element: strict(def.element) });
        case "union":
            return like({ options: def.options.map(strict) });
        case "optional":
        case "nullable":
            return like({ innerType: strict(def.innerType) });
        case "lazy":
            // Only when it is asked for: schemas name one another in circles.
            return like({ getter: () => strict(def.getter()) });
        case "record":
            return like({ valueType: strict(def.valueType) });
        case "string":
        case "number":
        case "int":
        case "boolean":
        case "literal":
        case "null":
        case "undefined":
        case "unknown":
            return schema;
        default:
            throw new Error(`discord-api-spec has a schema of a new kind, ${def.type}, of which it is not known whether it is strict.`);
    }
}

/** What is wrong with a value, as "where: what; where: what"; null where nothing is. */
export function problemOf(schema, value) {
    const result = z.safeParse(schema, value);
    return result.success ? null : [...new Set(told(result.error.issues, []))].join("; ");
}

function told(issues, above) {
    return issues.flatMap((issue) => {
        const path = [...above, ...issue.path];
        if (issue.code === "invalid_union" && issue.errors.length > 0) return told(nearest(issue.errors), path);
        const what = issue.code === "unrecognized_keys" ? `unknown ${issue.keys.join(", ")}` : reasonOf(issue);
        return [`${path.length > 0 ? path.join(".") : "body"}: ${what}`];
    });
}

function reasonOf(issue) {
    switch (issue.code) {
        case "too_big":
            return `more than ${issue.maximum}`;
        case "too_small":
            return `less than ${issue.minimum}`;
        case "invalid_value":
            return `not ${issue.values.join(" or ")}`;
        case "invalid_type":
            return `not ${issue.expected}`;
        default:
            return issue.format ? `no ${issue.format}` : issue.code;
    }
}

/** Of the alternatives that all failed the one that was meant: it is of that kind, and the least is wrong with it. */
function nearest(alternatives) {
    const isOther = (issues) => issues.some((issue) => (issue.path.length === 0 ? issue.code !== "unrecognized_keys" : issue.path.join() === "type"));
    const meant = alternatives.filter((issues) => !isOther(issues));
    return (meant.length > 0 ? meant : alternatives).reduce((best, one) => (one.length < best.length ? one : best));
}
