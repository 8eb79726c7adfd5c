using Bot.Chat;
using CsCheck;

namespace Bot.App.Tests.Discord;

/// <summary>What a platform hands over option by option is the same command as a line.</summary>
public sealed class CommandLineTextTests
{
    private static readonly string[] Fixed =
        ["Lavrov", "peace talks", "Operation:Overlord", "from:2023", "a \"b\" c", "re: talks", "https://example.org", "/who"];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Char["ab: \"“”"].Array[1, 12].Select(letters => new string(letters)),
        Gen.Int[0, Fixed.Length - 1].Select(i => Fixed[i]));

    [Fact]
    public void A_line_is_read_as_the_command_it_was_written_of() => Gen.Select(Words, Words, Gen.Bool).Sample((topic, about, hasAbout) =>
    {
        var options = new Dictionary<string, string> { ["speaker"] = topic };
        if (hasAbout) options["about"] = about;
        if (options.Values.Any(value => Shown(value).Length == 0)) return;
        var line = CommandLineText.Write(CommandCatalog.Find("says")!, options);
        var parsed = CommandParser.Parse(line, Scope.Main);
        Assert.True(parsed.Command is not null, $"{line}: {parsed.Problem}");
        Assert.Equal("says", parsed.Command.Name);
        foreach (var (name, value) in options) Assert.Equal(Shown(value), Shown(parsed.Command.Option(name)!));
    });

    [Theory]
    [InlineData("/when talks from:2022-01 to:2023", "when", "talks", "2022-01", "2023")]
    [InlineData("/when \"Operation:Overlord\" from:2022", "when", "Operation:Overlord", "2022", null)]
    [InlineData("/where peace talks", "where", "peace talks", null, null)]
    public void It_is_the_line_that_somebody_would_type(string line, string name, string topic, string? from, string? to)
    {
        var options = new Dictionary<string, string> { ["topic"] = topic };
        if (from is not null) options["from"] = from;
        if (to is not null) options["to"] = to;
        Assert.Equal(line, CommandLineText.Write(CommandCatalog.Find(name)!, options));
    }

    /// <summary>Without quotation marks and doubled spaces, which no search sees.</summary>
    private static string Shown(string text) =>
        string.Join(' ', text.Split([' ', '"', '“', '”', '„'], StringSplitOptions.RemoveEmptyEntries));
}
