// Completion of commands and names while one types: a combobox with a list (WAI-ARIA APG, "editable combobox with list autocomplete").
// Tab or Enter takes the chosen way; with none chosen Tab takes the first and Enter asks. Escape closes the list.

import { completions } from "./api.js";
import { element } from "./text.js";

export class Combobox {
  #input;
  #list;
  #choices = [];
  #chosen = -1;
  #pending = null;
  #asked = [];
  #back = 0;

  /** @param {(line: string) => void} submit what Enter does with the line */
  constructor(input, list, submit) {
    this.#input = input;
    this.#list = list;
    input.addEventListener("input", () => this.#complete());
    input.addEventListener("keydown", (event) => this.#press(event));
    input.addEventListener("blur", () => this.close());
    // Pressed, not clicked: the click would come after the input has lost the focus and the list is gone.
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.#take([...list.children].indexOf(option));
    });
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const line = input.value.trim();
      if (!line) return;
      this.#asked.push(line);
      this.#back = 0;
      input.value = "";
      this.close();
      submit(line);
    });
  }

  /** Begins a line for the reader to go on with. */
  fill = (line) => {
    this.#input.value = line;
    this.#input.focus();
    this.#complete();
  };

  close() {
    this.#pending?.abort();
    this.#choices = [];
    this.#draw();
  }

  async #complete() {
    this.#pending?.abort();
    const typed = this.#input.value;
    if (!typed.startsWith("/")) return this.close();
    const pending = (this.#pending = new AbortController());
    try {
      const choices = await completions(typed, pending.signal);
      if (pending.signal.aborted || document.activeElement !== this.#input) return;
      this.#choices = choices.filter((choice) => choice.line.trimEnd() !== typed.trimEnd());
    } catch {
      // Typing goes on without: asking tells what is wrong.
      if (pending.signal.aborted) return;
      this.#choices = [];
    }
    this.#draw();
  }

  #draw() {
    this.#chosen = -1;
    this.#list.replaceChildren(...this.#choices.map((choice, index) => {
      const option = element("li");
      option.id = `completion-${index}`;
      option.setAttribute("role", "option");
      option.append(element("span", "label", choice.label));
      if (choice.detail) option.append(element("span", "detail", choice.detail));
      return option;
    }));
    this.#list.hidden = this.#choices.length === 0;
    this.#input.setAttribute("aria-expanded", String(!this.#list.hidden));
    this.#choose(-1);
  }

  #choose(index) {
    this.#chosen = index;
    [...this.#list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    if (index < 0) this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", `completion-${index}`);
    this.#list.children[index]?.scrollIntoView({ block: "nearest" });
  }

  #take(index) {
    this.fill(this.#choices[index].line);
  }

  #press(event) {
    if (event.isComposing) return;
    const isOpen = !this.#list.hidden;
    const count = this.#choices.length;
    switch (event.key) {
      case "ArrowDown":
        if (isOpen) this.#choose(this.#chosen + 1 >= count ? -1 : this.#chosen + 1);
        else this.#recall(-1);
        break;
      case "ArrowUp":
        if (isOpen) this.#choose(this.#chosen < 0 ? count - 1 : this.#chosen - 1);
        else this.#recall(1);
        break;
      case "Tab":
        if (!isOpen || event.shiftKey) return;
        this.#take(Math.max(0, this.#chosen));
        break;
      case "Enter":
        if (!isOpen || this.#chosen < 0) return;
        this.#take(this.#chosen);
        break;
      case "Escape":
        if (!isOpen) return;
        this.close();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  /** What was asked before, as in a shell. */
  #recall(by) {
    const back = Math.min(this.#asked.length, Math.max(0, this.#back + by));
    if (back === this.#back) return;
    this.#back = back;
    this.#input.value = back === 0 ? "" : this.#asked.at(-back);
  }
}
