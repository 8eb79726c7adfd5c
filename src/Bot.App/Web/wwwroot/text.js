// Text as it is shown. What comes from a briefing or a user only ever becomes text of a node, never markup.

// Control characters, those that turn the reading direction around, and halves of characters become visible as U+FFFD, as in the
// terminal. One UTF-16 code unit stays one, so that offsets stay what they are.
const harmful =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u2028\u2029]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function readable(text) {
  return text.replace(harmful, "\uFFFD");
}

/** An element with readable text; its direction is that of its own words. */
export function element(name, className = "", text = null) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== null) {
    made.dir = "auto";
    made.textContent = readable(text);
  }
  return made;
}

/** Words of a briefing with the matches marked; ranges are half-open, in order, and do not overlap. */
export function quotation(text, highlights) {
  const quote = document.createElement("blockquote");
  quote.dir = "auto";
  let at = 0;
  for (const { start, end } of highlights) {
    quote.append(readable(text.slice(at, start)));
    const mark = document.createElement("mark");
    mark.textContent = readable(text.slice(start, end));
    quote.append(mark);
    at = end;
  }
  quote.append(readable(text.slice(at)));
  return quote;
}

export function button(label, className, press) {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
