// The page: a conversation, a line to type in, what is in the corpus, and who gets digests.

import { corpus as overview, reply } from "./api.js";
import { Combobox } from "./combobox.js";
import { Conversation } from "./conversation.js";
import { Digests } from "./digests.js";
import { Overview } from "./overview.js";
import { button } from "./text.js";

const find = (id) => document.getElementById(id);
const conversation = new Conversation(find("conversation"), find("announcement"), () => digests.renew());
const line = find("line");

const typing = new Combobox(line, find("completions"), (typed) => conversation.ask(typed));
const digests = new Digests(find("digests"), find("digests-content"), find("announcement"), (pressed) => conversation.ask(pressed), typing.fill);
new Overview(find("corpus-content"), find("state"), find("announcement"), conversation.ask, () => digests.renew()).follow();

find("corpus-toggle").addEventListener("click", ({ currentTarget }) => {
  const isOpen = find("corpus").classList.toggle("open");
  currentTarget.setAttribute("aria-expanded", String(isOpen));
});

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  conversation.ask(asked, true);
} else {
  showExamples();
}
// On a touch screen the keyboard would cover half of what there is to read.
if (matchMedia("(hover: hover)").matches) line.focus();

/** Something to begin with, out of this corpus. */
async function showExamples() {
  try {
    const { searched, corpus } = await overview();
    if (searched.briefings === 0 && !corpus.isIndexing) return;
    const { before, after } = await reply("/help");
    const examples = [...before, ...after].filter((block) => block.kind === "button").slice(0, 6);
    find("examples")?.append(...examples.map(({ label, commandLine }) => button(label, "suggestion", () => conversation.ask(commandLine))));
  } catch {
    // The overview tells what is wrong; the page works without examples.
  }
}
