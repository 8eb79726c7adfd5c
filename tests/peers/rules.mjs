// What Discord refuses although its published schemas let it pass (discord.com/developers/docs: message components, embed limits, application commands).

const ROWS = 5, EMBEDS_IN_ALL = 6000, COMMAND_IN_ALL = 8000, CONTENT = 2000;
const COMMANDS_OF_TYPE = { 1: 100, 2: 15, 3: 15 };
const CHAT_INPUT = 1;
const ACTION_ROW = 1, BUTTON = 2;
const LINK = 5, PREMIUM = 6;
const COMPONENTS_V2 = 1 << 15;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Flags that may be set: of a first answer, of a message that is posted, of one that is edited. */
export const FLAGS = {
    answer: (1 << 2) | (1 << 6) | (1 << 12) | (1 << 13) | COMPONENTS_V2,
    post: (1 << 2) | (1 << 12) | (1 << 13) | COMPONENTS_V2,
    edit: (1 << 2) | COMPONENTS_V2,
};

/**
 * What is wrong with a message, a sentence each.
 * @param flags Which may be set.
 * @param mayBeEmpty True where what is not given stays as it is.
 */
export function* wrongWithMessage(message, flags, mayBeEmpty) {
    if ((message.flags ?? 0) & ~flags) yield `flags: ${(message.flags & ~flags)} may not be set here`;
    if (lengthOf(message.content) > CONTENT) yield `content: more than ${CONTENT}`;
    const isV2 = ((message.flags ?? 0) & COMPONENTS_V2) !== 0;
    if (isV2 && (message.content || message.embeds?.length)) yield "flags: with components of version 2 there is no content and no embed";
    const isEmpty = [message.content?.trim(), message.embeds, message.components, message.sticker_ids, message.attachments].every((part) => !part?.length);
    if (!mayBeEmpty && isEmpty && !message.poll) yield "body: an empty message";
    yield* wrongWithEmbeds(message.embeds ?? []);
    yield* wrongWithComponents(message.components ?? [], isV2);
}

function* wrongWithEmbeds(embeds) {
    const inAll = embeds.reduce((sum, embed) => sum + lettersOf(embed), 0);
    if (inAll > EMBEDS_IN_ALL) yield `embeds: ${inAll} characters over all, more than ${EMBEDS_IN_ALL}`;
    for (const [at, embed] of embeds.entries()) {
        const shown = [embed.title, embed.description, embed.author?.name, embed.footer?.text].some((text) => text?.trim());
        if (!shown && !embed.fields?.length && !embed.image && !embed.thumbnail && !embed.video) yield `embeds.${at}: nothing to see`;
        for (const [number, field] of (embed.fields ?? []).entries()) {
            if (!field.name.trim() || !field.value.trim()) yield `embeds.${at}.fields.${number}: without a name or a value`;
        }
    }
}

function lettersOf(embed) {
    const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text, ...(embed.fields ?? []).flatMap((field) => [field.name, field.value])];
    return texts.reduce((sum, text) => sum + lengthOf(text), 0);
}

function* wrongWithComponents(components, isV2) {
    if (!isV2 && components.length > ROWS) yield `components: ${components.length} rows, more than ${ROWS}`;
    if (!isV2 && components.some((component) => component.type !== ACTION_ROW)) yield "components: only rows stand here without the flag of version 2";
    const all = components.flatMap(within);
    const ids = all.map((component) => component.custom_id).filter((id) => id != null);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) yield `components: custom_id ${JSON.stringify(id)} stands twice`;
    for (const row of components.filter((component) => component.type === ACTION_ROW)) {
        if (row.components.length > 1 && row.components.some((component) => component.type !== BUTTON)) yield "components: a row holds buttons or one menu";
    }
    for (const button of all.filter((component) => component.type === BUTTON)) yield* wrongWithButton(button);
}

function* wrongWithButton(button) {
    const name = `button ${JSON.stringify(button.label ?? "")}`;
    const needed = button.style === LINK ? "url" : button.style === PREMIUM ? "sku_id" : "custom_id";
    if (!button[needed]) yield `${name}: without ${needed}`;
    for (const other of ["url", "sku_id", "custom_id"]) {
        if (other !== needed && button[other] != null) yield `${name}: has ${other}, which does not go with its style`;
    }
    if (button.style !== PREMIUM && !button.label?.trim() && !button.emoji) yield `${name}: neither label nor emoji`;
}

/** A component and all that stand in it. */
const within = (component) => [component, ...[...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])].flatMap(within)];

/** What is wrong with the commands that take the place of all others of a scope. */
export function* wrongWithCommands(commands) {
    for (const [type, most] of Object.entries(COMMANDS_OF_TYPE)) {
        const names = commands.filter((command) => typeOf(command) === Number(type)).map((command) => command.name);
        if (names.length > most) yield `body: ${names.length} commands of type ${type}, more than ${most}`;
        for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at))) yield `body: command ${JSON.stringify(name)} stands twice`;
    }
    for (const command of commands) {
        const where = `command ${JSON.stringify(command.name)}`;
        if (lettersIn(command) > COMMAND_IN_ALL) yield `${where}: ${lettersIn(command)} characters in all, more than ${COMMAND_IN_ALL}`;
        if (typeOf(command) === CHAT_INPUT) {
            yield* wrongWithName(command.name, where);
            if (!command.description) yield `${where}: without a description`;
            yield* wrongWithOptions(command.options ?? [], where);
        } else {
            if (command.description) yield `${where}: has a description, which only commands that are typed have`;
            if (command.options?.length) yield `${where}: has options, which only commands that are typed have`;
        }
    }
}

function* wrongWithOptions(options, above) {
    const names = options.map((option) => option.name);
    let mayBeLeftOut = null;
    for (const [at, option] of options.entries()) {
        const where = `${above}, option ${JSON.stringify(option.name)}`;
        yield* wrongWithName(option.name, where);
        if (names.indexOf(option.name) !== at) yield `${where}: stands twice`;
        if (option.required && mayBeLeftOut !== null) yield `${where}: required, behind ${JSON.stringify(mayBeLeftOut)}, which is not`;
        if (!option.required) mayBeLeftOut ??= option.name;
        if (option.autocomplete && option.choices?.length) yield `${where}: completes and has choices`;
        if (option.min_length > option.max_length || option.min_value > option.max_value) yield `${where}: the least is more than the most`;
        yield* wrongWithOptions(option.options ?? [], where);
    }
}

function* wrongWithName(name, where) {
    if (!NAME.test(name)) yield `${where}: letters that no name has`;
    if (name !== name.toLowerCase()) yield `${where}: upper case`;
}

const typeOf = (command) => command.type ?? CHAT_INPUT;

const lettersIn = (part) =>
    [part.name, part.description, typeof part.value === "string" ? part.value : ""].reduce((sum, text) => sum + lengthOf(text), 0) +
    [...(part.options ?? []), ...(part.choices ?? [])].reduce((sum, inner) => sum + lettersIn(inner), 0);

const lengthOf = (text) => text?.length ?? 0;
