// Questions and their answers, one below the other, three passages at a time.

import { linkTo, reply, send } from "./api.js";
import { drawBlocks, drawPassage } from "./blocks.js";
import { button, element } from "./text.js";

let turns = 0;

export class Conversation {
  #place;
  #announcement;
  #changed;

  /** @param {() => void} changed called when a line has changed something */
  constructor(place, announcement, changed) {
    this.#place = place;
    this.#announcement = announcement;
    this.#changed = changed;
  }

  /**
   * Asks a line and shows what comes, be it an answer or what went wrong.
   * @param {boolean} isLink nobody typed or pressed it here: what it would change waits until somebody does
   */
  ask = async (line, isLink = false) => {
    const turn = element("article", "turn");
    const asked = element("h2", "asked", line);
    asked.id = `turn-${++turns}`;
    turn.setAttribute("aria-labelledby", asked.id);
    const answer = element("div", "answer");
    turn.append(asked, answer);
    this.#place.append(turn);
    document.getElementById("welcome")?.remove();
    document.title = `${line} · Briefing bot`;
    history.replaceState(null, "", linkTo(line));
    await this.#fill(answer, line, !isLink);
    show(turn);
  };

  async #fill(answer, line, mayChange) {
    answer.replaceChildren(element("p", "waiting", "Searching …"));
    answer.setAttribute("aria-busy", "true");
    try {
      let shown = await reply(line);
      if (shown.changes && mayChange) {
        shown = await send(line);
        this.#changed();
      }
      answer.dataset.status = shown.status;
      answer.replaceChildren(...this.#draw(shown));
      if (shown.changes && !mayChange) answer.append(button("Do it now", "suggestion", () => this.#fill(answer, line, true)));
      this.#say(answer);
    } catch (problem) {
      const sentence = element("p", "problem", problem.message);
      const again = button("Try again", "quiet", () => this.#fill(answer, line, mayChange));
      answer.dataset.status = "failed";
      answer.replaceChildren(sentence, again);
      this.#announcement.textContent = problem.message;
    }
    answer.setAttribute("aria-busy", "false");
  }

  #draw(shown) {
    const before = drawBlocks(shown.before, this.ask);
    const after = drawBlocks(shown.after, this.ask);
    const passages = element("ol", "passages");
    passages.setAttribute("role", "list"); // Safari takes a list without markers for none
    const footer = element("p", "footer", "");
    const more = button("", "more", () => this.#more(shown, passages, footer, more, true));
    this.#more(shown, passages, footer, more, false);
    const note = shown.note ? [element("p", "note", shown.note)] : [];
    return [before, ...(shown.passages.length ? [passages, more] : []), after, footer, ...note];
  }

  /** The next three passages, below those that are there. */
  #more(shown, passages, footer, more, isAskedFor) {
    const from = passages.childElementCount;
    const until = Math.min(shown.passages.length, from + shown.pageSize);
    for (let i = from; i < until; i++) passages.append(drawPassage(shown.passages[i], i + 1, this.ask));
    const left = shown.passages.length - until;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, shown.pageSize)} more`;
    footer.textContent = shown.footers[Math.max(0, Math.ceil(until / shown.pageSize) - 1)] ?? "";
    if (!isAskedFor) return;
    // The button may be gone under the reader's finger: go on reading at the first new passage.
    const first = passages.children[from];
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest" });
    this.#announcement.textContent = footer.textContent;
  }

  #say(answer) {
    const first = answer.querySelector("h3, .said")?.textContent ?? "";
    const footer = answer.querySelector(".footer")?.textContent ?? "";
    this.#announcement.textContent = [first, footer].filter(Boolean).join(". ");
  }
}

/** The question at the top of what is seen, and its answer below. */
function show(turn) {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  turn.scrollIntoView({ block: "start", behavior: isStill ? "auto" : "smooth" });
}
