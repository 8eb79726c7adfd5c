// A whole bot made with discord.js that answers a constant, and leaves when its input ends: node bot.mjs API TOKEN
import { Client, Events, GatewayIntentBits, MessageFlags } from "discord.js";
import { say, stay } from "./lines.mjs";

const [api, token] = process.argv.slice(2);

const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api },
    allowedMentions: { parse: [] },
});

const commands = [
    { name: "now", description: "answers at once", options: [{ type: 3, name: "text", description: "any text", autocomplete: true }] },
    { name: "later", description: "answers after a word that it will" },
    { name: "Look at this", type: 3 },
];

client.once(Events.ClientReady, async () => {
    const registered = await client.application.commands.set(commands);
    say({
        saw: "ready",
        user: client.user.tag,
        guilds: client.guilds.cache.map((guild) => guild.name),
        channels: client.channels.cache.map((channel) => channel.name),
        commands: registered.map((command) => command.name),
    });
});

client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: "constant", value: "constant" }]);
        say({ saw: "typing", focused: interaction.options.getFocused() });
    } else if (interaction.isButton()) {
        await interaction.update({ content: "pressed", components: [] });
        say({ saw: "press", id: interaction.customId, of: interaction.message.id, by: interaction.message.interactionMetadata?.user.id });
    } else if (interaction.isMessageContextMenuCommand()) {
        await interaction.reply({ content: "constant", flags: MessageFlags.Ephemeral });
        say({ saw: "command", name: interaction.commandName, target: interaction.targetMessage.content, ...surroundings(interaction) });
    } else if (interaction.commandName === "later") {
        await interaction.deferReply();
        const message = await interaction.editReply("constant");
        say({ saw: "command", name: "later", message: { id: message.id, author: message.author.id, content: message.content } });
    } else {
        const row = { type: 1, components: [{ type: 2, style: 2, label: "press", custom_id: "press" }] };
        const { resource } = await interaction.reply({ content: "constant", components: [row], flags: MessageFlags.Ephemeral, withResponse: true });
        say({
            saw: "command",
            name: interaction.commandName,
            text: interaction.options.getString("text"),
            message: { id: resource.message.id, content: resource.message.content, isEphemeral: resource.message.flags.has(MessageFlags.Ephemeral) },
            ...surroundings(interaction),
        });
    }
});

const surroundings = (interaction) => ({
    guild: interaction.guild?.name,
    channel: interaction.channel?.name,
    member: interaction.member?.displayName,
    locale: interaction.locale,
    context: interaction.context,
    maySend: interaction.appPermissions.has("SendMessages"),
});

client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot) return;
    say({ saw: "message", content: message.content, mentionsMe: message.mentions.has(client.user), author: message.author.username });
    if (!message.mentions.has(client.user)) return;
    const posted = await message.channel.send({ content: "constant", nonce: "nonce-1", enforceNonce: true });
    say({ saw: "posted", id: posted.id, nonce: posted.nonce, channel: posted.channelId, author: posted.author.id });
});

client.on(Events.Error, (error) => say({ saw: "error", message: error.message }));
process.on("unhandledRejection", (error) => say({ saw: "error", message: String(error?.stack ?? error) }));

await client.login(token);
await stay(() => client.destroy());
