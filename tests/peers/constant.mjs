// A bot made with discord.js that answers whatever it is asked with a constant, for figures to stand beside, and leaves when its input ends: node constant.mjs API TOKEN
import { Client, Events, GatewayIntentBits, MessageFlags } from "discord.js";
import { heard } from "./lines.mjs";

const [api, token] = process.argv.slice(2);

const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api },
    allowedMentions: { parse: [] },
});

const answer = { embeds: [{ title: "Sergey Lavrov", description: "the country’s highest diplomat" }], flags: MessageFlags.Ephemeral };

client.on(Events.InteractionCreate, (interaction) =>
    interaction.isAutocomplete() ? interaction.respond([{ name: "Sergey Lavrov", value: "Sergey Lavrov" }]) : interaction.reply(answer),
);

await client.login(token);
for await (const _ of heard());
await client.destroy();
process.exit(0);
