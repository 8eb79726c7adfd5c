// The blocks of a reply as elements: the same words that the terminal shows, in the same order.

import { linkTo, reply } from "./api.js";
import { button, element, quotation } from "./text.js";

/** @param {(line: string) => void} ask what a suggestion's button does */
export function drawBlocks(blocks, ask) {
  const drawn = document.createDocumentFragment();
  let list = null;
  let buttons = null;
  for (const block of blocks) {
    if (block.kind !== "field") list = null;
    if (block.kind !== "button") buttons = null;
    switch (block.kind) {
      case "heading":
        drawn.append(element("h3", "", block.text));
        break;
      case "line":
        drawn.append(element("p", "said", block.text));
        break;
      case "field":
        if (!list) drawn.append((list = element("dl")));
        list.append(drawField(block));
        break;
      case "quote":
        if (block.lead) drawn.append(element("p", "under", block.lead));
        drawn.append(quotation(block.text, block.highlights));
        break;
      case "button":
        if (!buttons) drawn.append((buttons = element("div", "buttons")));
        buttons.append(drawSuggestion(block, ask));
        break;
    }
  }
  return drawn;
}

/** A passage: its words, where they stand, and what can be done with them. */
export function drawPassage(passage, number, ask) {
  const item = element("li", "passage");
  const citation = passage.blocks.find((block) => block.kind === "citation");
  item.append(drawBlocks(passage.blocks.filter((block) => block !== citation), ask));
  if (!citation) return item;
  item.append(drawWhere(citation, ask));
  const surroundings = element("div", "surroundings");
  surroundings.hidden = true;
  const open = button("In context", "quiet", () => toggleContext(open, surroundings, citation.id));
  open.setAttribute("aria-expanded", "false");
  open.setAttribute("aria-label", `In context: passage ${number}`);
  const actions = element("p", "actions");
  actions.append(open, copyButton(citation, number));
  item.append(actions, surroundings);
  return item;
}

function drawField({ name, value }) {
  const row = element("div", name.startsWith("  ") ? "inner" : "");
  row.append(element("dt", "", name.trim()), element("dd", "", value));
  return row;
}

function drawSuggestion({ label, commandLine }, ask) {
  const suggestion = button(label, "suggestion", () => ask(commandLine));
  if (!commandLine.endsWith(label)) suggestion.title = commandLine;
  return suggestion;
}

function drawWhere(citation, ask) {
  const where = element("p", "where");
  where.append(element("span", "", citation.where));
  for (const words of citation.badges) {
    const badge = element("span", "badge", words);
    badge.dataset.kind = words.slice(0, Math.max(0, words.indexOf(":")));
    where.append(" ", badge);
  }
  where.append(" ", drawLink(citation.id, citation.id, "citation", ask));
  // The same words elsewhere: each place can be opened.
  citation.also.forEach(({ id, name }, index) => {
    where.append(index === 0 ? " · also in " : ", ", drawLink(id, name, "also", ask));
  });
  const unlisted = citation.alsoInAll - citation.also.length;
  if (unlisted > 0) {
    const count = `${citation.alsoAtLeast ? "at least " : ""}${unlisted}`;
    where.append(citation.also.length > 0 ? ` and ${count} more` : ` · also in ${count} other place${unlisted > 1 ? "s" : ""}`);
  }
  return where;
}

/** To a passage in its surroundings: here as the next answer, and at an address of its own. */
function drawLink(id, label, className, ask) {
  const line = `/source ${id}`;
  const link = element("a", className, label);
  link.href = linkTo(line);
  link.title = line;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    ask(line);
  });
  return link;
}

function copyButton(citation, number) {
  const copy = button("Copy link", "quiet", async () => {
    const link = linkTo(`/source ${citation.id}`);
    try {
      await navigator.clipboard.writeText(link);
      copy.textContent = "Copied";
    } catch {
      // Off the machine itself without TLS a browser has no clipboard for pages: then the link is there to be copied by hand.
      const shown = element("input", "link");
      shown.readOnly = true;
      shown.value = link;
      shown.setAttribute("aria-label", "Link to this passage");
      copy.replaceWith(shown);
      shown.select();
    }
  });
  copy.setAttribute("aria-label", `Copy link to passage ${number}`);
  copy.addEventListener("blur", () => (copy.textContent = "Copy link"));
  return copy;
}

async function toggleContext(open, surroundings, id) {
  const isOpening = surroundings.hidden;
  surroundings.hidden = !isOpening;
  open.setAttribute("aria-expanded", String(isOpening));
  if (!isOpening) return;
  if (!surroundings.childElementCount) await fillContext(surroundings, id);
  const match = surroundings.querySelector("mark") ?? surroundings;
  match.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

async function fillContext(surroundings, id) {
  surroundings.setAttribute("aria-busy", "true");
  try {
    const { before, passages } = await reply(`/source ${id}`);
    surroundings.append(drawBlocks(before, () => {}));
    for (const { blocks } of passages) {
      const part = element("div", "part");
      const where = blocks.find((block) => block.kind === "citation")?.where;
      part.append(drawBlocks(blocks, () => {}));
      if (where) part.append(element("p", "where", where));
      surroundings.append(part);
    }
  } catch (problem) {
    surroundings.append(element("p", "problem", problem.message));
  }
  surroundings.setAttribute("aria-busy", "false");
  surroundings.tabIndex = 0;
  surroundings.setAttribute("role", "region");
  surroundings.setAttribute("aria-label", "In context");
}
