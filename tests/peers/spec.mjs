// discord-api-spec's schemas. The package does not say that its files are modules; Node.js finds that out by itself only from 20.19 on.
import { register } from "node:module";

const hooks = `export const load = (url, context, next) => next(url, url.includes("/discord-api-spec/") ? { ...context, format: "module" } : context);`;
register("data:text/javascript," + encodeURIComponent(hooks));

export const spec = await import("discord-api-spec/zod");
