// Which conversations get digests and watches, what was sent and when, and how to have one: read when it is opened, after a change, and now and then while it is open.

import { digests } from "./api.js";
import { drawBlocks } from "./blocks.js";
import { button, element } from "./text.js";

export class Digests {
  #panel;
  #place;
  #announcement;
  #ask;
  #begin;
  #reading = 0;
  #was = "";

  /** @param {(line: string) => void} begin puts the beginning of a line before the reader */
  constructor(panel, place, announcement, ask, begin) {
    this.#panel = panel;
    this.#place = place;
    this.#announcement = announcement;
    this.#ask = ask;
    this.#begin = begin;
    panel.addEventListener("toggle", () => this.renew());
  }

  async renew() {
    if (!this.#panel.open) return;
    const reading = ++this.#reading;
    this.#place.setAttribute("aria-busy", "true");
    if (!this.#place.childElementCount) this.#place.replaceChildren(element("p", "faint", "Looking …"));
    let drawn;
    try {
      const all = await digests();
      const is = JSON.stringify(all);
      // Drawn again only when something changed: whoever tabs through it stays where they are.
      drawn = is === this.#was ? null : this.#draw(all);
      this.#was = is;
    } catch (problem) {
      this.#was = "";
      this.#announcement.textContent = problem.message;
      drawn = [element("p", "problem", problem.message), button("Try again", "quiet", () => this.renew())];
    }
    // Of two that are under way the later knows more.
    if (reading !== this.#reading) return;
    if (drawn) this.#replace(drawn);
    this.#place.setAttribute("aria-busy", "false");
  }

  #draw({ subscriptions, watches, sent }) {
    const actions = element("div", "buttons");
    actions.append(
      button("Preview", "suggestion", () => this.#ask("/digest now")),
      button("Subscribe …", "suggestion", () => this.#begin("/digest subscribe ")));
    return [
      actions,
      this.#part("Subscriptions", subscriptions),
      ...(watches ? [this.#part("Watches", watches)] : []),
      this.#part("Sent", sent),
    ];
  }

  #part(title, { before, after }) {
    const part = element("section");
    const heading = element("h3", "", title);
    heading.id = `digests-${title.toLowerCase()}`;
    part.setAttribute("aria-labelledby", heading.id);
    part.append(heading, drawBlocks([...before, ...after], this.#ask));
    return part;
  }

  /** Whoever pressed a button here finds one in its place. */
  #replace(drawn) {
    const at = [...this.#place.querySelectorAll("button")].indexOf(document.activeElement);
    this.#place.replaceChildren(...drawn);
    if (at < 0) return;
    const buttons = this.#place.querySelectorAll("button");
    buttons[Math.min(at, buttons.length - 1)].focus({ preventScroll: true });
  }
}
