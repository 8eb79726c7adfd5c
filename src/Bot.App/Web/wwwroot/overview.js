// What is in the corpus, what could not be read, what is being read right now, and where else the bot can be asked.

import { corpus, indexing, platforms } from "./api.js";
import { button, element } from "./text.js";

const whileReading = 1_000;
const otherwise = 15_000;
const number = new Intl.NumberFormat("en");

export class Overview {
  #place;
  #state;
  #announcement;
  #ask;
  #looked;
  #was = "";

  /** @param {() => void} looked called after each look */
  constructor(place, state, announcement, ask, looked) {
    this.#place = place;
    this.#state = state;
    this.#announcement = announcement;
    this.#ask = ask;
    this.#looked = looked;
  }

  /** Looks again and again, as long as somebody can see it. */
  async follow() {
    let pause = otherwise;
    if (!document.hidden) {
      try {
        const now = await indexing();
        pause = now.isIndexing ? whileReading : otherwise;
        const what = await corpus();
        this.#draw(what, now, await platforms());
        this.#looked();
        // On a phone the rest is folded away.
        this.#tell(now.isIndexing ? `Reading ${now.text}` : what.searched.briefings === 0 ? "No briefings yet" : "");
      } catch (problem) {
        this.#tell(problem.isOffline ? "The bot does not answer" : problem.message, true);
      }
    }
    setTimeout(() => this.follow(), pause);
  }

  #tell(text, isProblem = false) {
    if (this.#state.textContent === text) return;
    this.#state.textContent = text;
    // How far the reading is changes each second: nobody wants that read out.
    if (isProblem) this.#announcement.textContent = text;
    this.#state.classList.toggle("bad", isProblem);
  }

  #draw({ searched, corpus }, now, chats) {
    // Drawn again only when something changed: whoever reads or tabs through it stays where they are.
    const is = JSON.stringify([searched, corpus, now, chats]);
    if (is === this.#was) return;
    this.#was = is;
    const areWarningsOpen = this.#place.querySelector("details")?.open ?? false;
    const drawn = [];
    if (now.isIndexing) drawn.push(progress(now));
    if (searched.briefings === 0 && !now.isIndexing) {
      drawn.push(element("p", "empty",
        "There are no briefings yet. Put .txt, .md, .html or .jsonl files into the briefings folder: they are read as soon as they are there."));
    } else {
      drawn.push(figures(searched), button("List them", "quiet", () => this.#ask("/briefings list")));
    }
    drawn.push(corpus.warningsTotal ? warnings(corpus, areWarningsOpen)
      : element("p", "faint", now.isIndexing ? "So far every file could be read." : "Every file could be read."));
    drawn.push(...chats.map(chat));
    this.#place.replaceChildren(...drawn);
  }
}

function figures({ briefings, passages, newest }) {
  const list = element("dl", "figures");
  const add = (name, value) => {
    const row = element("div");
    row.append(element("dt", "", name), value);
    list.append(row);
  };
  add("Briefings", element("dd", "", number.format(briefings)));
  add("Passages", element("dd", "", number.format(passages)));
  if (newest && briefings > 0) {
    const seen = new Date(newest);
    const time = element("time", "", seen.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" }));
    time.dateTime = seen.toISOString();
    const value = element("dd");
    value.append(time);
    add("Newest seen", value);
  }
  return list;
}

function chat({ name, isConnected, missing, note }) {
  return element("p", isConnected ? "chat" : "chat bad", `${name}: ${missing ?? note ?? "connected"}`);
}

function progress(now) {
  const place = element("div", "reading");
  const bar = element("progress");
  bar.setAttribute("aria-label", "Reading the briefings");
  if (now.filesTotal > 0) {
    bar.max = now.bytesTotal || now.filesTotal;
    bar.value = now.bytesTotal ? now.bytesDone : now.filesDone;
  }
  place.append(element("p", "", `Reading ${now.text}`), bar, element("p", "faint", "You can already ask."));
  return place;
}

function warnings({ warnings, warningsTotal }, isOpen) {
  const details = element("details", "warnings");
  details.open = isOpen;
  details.append(element("summary", "", warningsTotal === 1 ? "1 warning" : `${number.format(warningsTotal)} warnings`));
  const list = element("ul");
  for (const warning of warnings) list.append(element("li", "", warning));
  details.append(list);
  if (warningsTotal > warnings.length) details.append(element("p", "faint", `And ${number.format(warningsTotal - warnings.length)} more.`));
  return details;
}
