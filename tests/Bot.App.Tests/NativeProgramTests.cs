using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.App.Tests;

/// <summary>What the compiler trims away is missed only when the native program runs: so it is run, through every library that it carries.</summary>
public class NativeProgramTests
{
    /// <summary>A language, a sentence, and a word of it in another form where the language's stemmer joins the two.</summary>
    private static readonly (string Language, string Sentence, string Word)[] Languages =
    [
        ("en", "Ministers were negotiating in the capitals.", "negotiate"),
        ("ru", "Министры обсуждали соглашения о границах.", "соглашение"),
        ("be", "Міністры абмяркоўвалі пагадненні аб межах рэспублік.", "межах"),
        ("uk", "Міністри обговорювали нові угоди про кордони.", "угода"),
        ("de", "Die Häuser in den Hauptstädten blieben leer.", "Haus"),
        ("fr", "L'avocat parlait des frontières des républiques.", "avocats"),
        ("es", "Las conversaciones sobre los acuerdos continuaron.", "conversación"),
        ("it", "Gli avvocati negoziavano nuovi accordi.", "accordo"),
        ("pt", "As conversações sobre as fronteiras continuaram.", "conversação"),
        ("nl", "De gesprekken gingen door in de hoofdsteden.", "hoofdstad"),
        ("sv", "Samtalen fortsatte i huvudstäderna.", "huvudstad"),
        ("no", "Samtalene fortsatte i hovedstedene.", "hovedsted"),
        ("da", "Møderne fortsatte i hovedstæderne.", "hovedstad"),
        ("fi", "Ministerit neuvottelivat tasavaltojen rajoista.", "tasavalta"),
        ("cs", "Ministři jednali o nových dohodách.", "dohoda"),
        ("hu", "A miniszterek új megállapodásokról tárgyaltak.", "megállapodás"),
        ("ro", "Discuțiile despre frontiere au continuat.", "discuție"),
        ("bg", "Министрите обсъждаха нови споразумения.", "споразумение"),
        ("el", "Οι υπουργοί διαπραγματεύονταν νέες συμφωνίες.", "συμφωνία"),
        ("tr", "Bakanlar yeni anlaşmaları görüştüler.", "anlaşma"),
        ("ar", "ناقش الوزراء الاتفاقيات الجديدة.", "اتفاقية"),
        ("fa", "مذاکرات در پایتخت‌ها ادامه یافت.", "مذاکرات"),
        ("hi", "राजधानियों में बैठकें जारी रहीं।", "राजधानी"),
        ("hy", "Նախարարները քննարկեցին նոր համաձայնագրերը։", "համաձայնագիր"),
        ("lv", "Ministri apsprieda jaunus līgumus.", "līgums"),
        ("ca", "Els advocats negociaven a les repúbliques.", "república"),
        ("eu", "Ministroek errepubliken mugei buruz hitz egin zuten.", "errepublika"),
        ("ga", "Lean na cainteanna ar aghaidh.", "cainteanna"),
        ("gl", "As conversas continuaron na vila.", "conversa"),
        ("id", "Para menteri merundingkan perjanjian baru.", "janji"),
        ("zh", "部长们讨论了新协议。", "协议"),
        ("ja", "大臣たちは新しい協定を協議した。", "協定"),
        ("ko", "장관들은 국경에 관하여 논의했다.", "국경"),
    ];

    [Fact]
    public async Task The_native_program_answers_and_follows_a_changed_file()
    {
        using var program = NativeProgram.InItsOwnFolder();
        program.Write("seeds/a.txt", "Lavrov spoke in New York.");
        using var bot = program.Start();
        await TheProgram.ReadUntilAsync(bot.StandardError, "Ready: 1 briefing");
        await bot.StandardInput.WriteLineAsync("/who Lavrov");
        await bot.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await TheProgram.ReadUntilAsync(bot.StandardOutput, "│ Lavrov spoke in New York.");

        program.Write("seeds/a.txt", "Lavrov spoke in Minsk.");
        await TheProgram.ReadUntilAsync(bot.StandardError, "Indexed 1 new or changed");
        await bot.StandardInput.WriteLineAsync("/who Lavrov");
        bot.StandardInput.Close();
        Assert.Contains("│ Lavrov spoke in Minsk.", await bot.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await TheProgram.EndAsync(bot);
        Assert.Equal(0, bot.ExitCode);
    }

    [Fact]
    public async Task The_native_program_finds_the_words_of_every_language()
    {
        using var program = NativeProgram.InItsOwnFolder();
        program.Write("corpus.jsonl", string.Join('\n', Languages.Select(row => Json(
            ("id", row.Language), ("language", row.Language), ("title", row.Language), ("text", row.Sentence)))));
        var questions = string.Join('\n', Languages.Select(row => Json(("id", row.Language), ("command", $"/ask {row.Word}"))));
        var ended = await program.RunAsync(questions, "batch", "--briefings", "corpus.jsonl");
        Assert.Equal("", ended.Errors);
        Assert.Equal(
            Languages.Select(row => $"{row.Language} is answered from {row.Language}"),
            ended.Lines.Select(line => JsonNode.Parse(line)!).Select(answer => $"{answer["id"]} is answered from {answer["passages"]!.AsArray().FirstOrDefault()?["briefing"]}"));
    }

    [Fact]
    public async Task The_native_program_answers_as_the_built_one_whatever_the_briefings_form()
    {
        using var native = NativeProgram.InItsOwnFolder();
        using var built = new TheProgram();
        foreach (var program in new[] { native, built })
        {
            program.Write("seeds/a.md", "---\ntitle: Talks in Minsk\ndate: 2023-07-06\n---\n# Talks\n\nSergey Lavrov, the Russian foreign minister, said on Thursday that “talks will go on.”");
            program.Write("seeds/b/b.html", """
                <html lang="en"><head><meta charset="windows-1251"><title>Talks</title><meta property="article:published_time" content="2022-01-10"></head>
                <body><nav><ul><li>Home<li>World</ul></nav><article><h1>Talks</h1><p>Richard Haass met Thomas Graham in Geneva on Monday, and both of them
                described the talks as useful &amp; professional. The talks lasted seven hours and concerned European security.</p></article></body></html>
                """);
            program.Write("seeds/c.jsonl", Json(("id", "r1"), ("date", "2022-02-01"), ("text", "Alexander Lukashenko, the Belarusian president, denied the talks.")) + "\nnot JSON\n");
            File.Copy(Directory.EnumerateFiles(Repository.Seeds).First(), Path.Combine(program.Folder, "seeds", "seed.txt"));
        }
        string[] commands = ["/who Lavrov", "/who Belarusian president", "/when talks", "/where talks", "/says Lavrov", "Were the talks useful?", "/who Lavrof", "/briefings", "/help"];
        var input = string.Join('\n', commands.Select((command, i) => Json(("id", $"{i}"), ("command", command))));
        Assert.Equal(await AnswersAsync(built, input), await AnswersAsync(native, input));
        var texts = Json(("id", "1"), ("text", "On 3 April 2023 Richard Haass, a diplomat, met Lavrov; “we talked,” Haass said."), ("date", "2023-04-05"));
        Assert.Equal(await built.RunAsync(texts, "annotate"), await native.RunAsync(texts, "annotate"));
    }

    [Fact]
    public async Task The_native_program_mends_a_damaged_index()
    {
        using var program = NativeProgram.InItsOwnFolder();
        program.Write("seeds/a.txt", "Lavrov spoke in New York.");
        Assert.Equal(0, (await program.RunAsync("", "index")).ExitCode);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(program.Folder, "data", "index"), "segments*")) await File.WriteAllTextAsync(file, "damaged", TestContext.Current.CancellationToken);
        var ended = await program.RunAsync("", "ask", "/who Lavrov");
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("│ Lavrov spoke in New York.", ended.Output);
    }

    /// <summary>The answers to <paramref name="input"/>, without what no two runs share.</summary>
    private static async Task<string> AnswersAsync(TheProgram program, string input)
    {
        var ended = await program.RunAsync(input, "batch", "--briefings", "seeds");
        Assert.Equal(0, ended.ExitCode);
        return ended.Errors + string.Join('\n', ended.Lines.Select(line =>
        {
            var answer = JsonNode.Parse(line)!.AsObject();
            answer.Remove("tookMs");
            (answer["searched"] as JsonObject)?.Remove("newest");
            return answer.ToJsonString();
        }));
    }

    private static string Json(params (string Name, string Value)[] fields) =>
        "{" + string.Join(", ", fields.Select(field => $"\"{field.Name}\": {JsonSerializer.Serialize(field.Value)}")) + "}";
}
