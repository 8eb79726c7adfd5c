// What the page asks the bot. Each call gives data or throws a Problem, whose message is a sentence for the reader.

export class Problem extends Error {
  /** @param {boolean} isOffline nobody answered at all */
  constructor(sentence, isOffline = false) {
    super(sentence);
    this.isOffline = isOffline;
  }
}

export const reply = (line, signal) => get("/api/reply", { q: line }, signal);
/** The same for a line that changes something: only a page of the bot's own can send it. */
export const send = (line) => ask("/api/reply", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ line }) });
export const digests = () => get("/api/digests");
export const completions = (line, signal) => get("/api/complete", { line }, signal);
export const corpus = () => get("/api/briefings");
export const platforms = () => get("/api/platforms");
export const indexing = () => get("/api/indexing");

/** The address that opens this line's answer, for a colleague. */
export function linkTo(line) {
  return `${location.origin}/?q=${encodeURIComponent(line)}`;
}

const get = (path, parameters = {}, signal = undefined) => ask(`${path}?${new URLSearchParams(parameters)}`, { signal });

async function ask(address, how) {
  let response;
  try {
    response = await fetch(address, { ...how, headers: { Accept: "application/json", ...how.headers } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem("The bot does not answer. Is it still running, and is this machine connected to it?", true);
  }
  if (response.status === 401) {
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    throw new Problem("The login has ended.");
  }
  let data;
  try {
    data = await response.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(`The bot answered something that cannot be read (status ${response.status}).`);
  }
  if (!response.ok) throw new Problem(data.reason ?? `The bot answered with status ${response.status}.`);
  return data;
}
