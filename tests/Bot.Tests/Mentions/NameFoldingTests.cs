using Bot.Mentions;

namespace Bot.Tests.Mentions;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("Сергей", "Sergej")] // German
    [InlineData("Николай", "Nikolaj")]
    [InlineData("Толстой", "Tolstoj")]
    [InlineData("Лавров", "Lavrov")] // Russian
    [InlineData("Lawrow", "Lavrov")] // German transcription
    [InlineData("Łavrov", "Lavrov")] // a stroke is a diacritic
    [InlineData("LAVROV", "lavrov")] // case
    [InlineData("Lavroff", "Lavrov")] // old transcription
    [InlineData("Лукашенко", "Lukashenko")]
    [InlineData("Lukaschenko", "Lukashenko")]
    [InlineData("Зеленський", "Zelensky")] // Ukrainian
    [InlineData("Зеленский", "Zelenskyy")] // the Russian of it
    [InlineData("Хрущёв", "Khrushchev")]
    [InlineData("Ельцин", "Yeltsin")]
    [InlineData("Чайковский", "Tchaikovsky")]
    [InlineData("Александр", "Aleksandr")]
    [InlineData("Alexandr", "Aleksandr")]
    [InlineData("Юлия", "Julia")]
    [InlineData("Сергій Лавров", "Sergei Lavrov")] // Ukrainian first names are the Russian ones
    [InlineData("Sergej Lawrow", "Serguéi Lavrov")]
    [InlineData("Wolodymyr Zelensky", "Владимир Зеленский")]
    [InlineData("Олександр Лукашенко", "Alexander Lukashenko")]
    [InlineData("Müller", "Muller")]
    [InlineData("O’Brien", "O'Brien")]
    [InlineData("Jean-Claude Juncker", "Jean Claude  Juncker")]
    public void Spellings_of_one_name_fold_to_one_key(string one, string other) => Assert.Equal(NameFolding.Fold(other), NameFolding.Fold(one));

    [Theory]
    [InlineData("Lavrov", "Lukashenko")]
    [InlineData("Biden", "Haass")]
    [InlineData("Graham", "Grahn")]
    [InlineData("Ivanov", "Ivanova")] // husband and wife are two
    public void Different_names_stay_apart(string one, string other) => Assert.NotEqual(NameFolding.Fold(other), NameFolding.Fold(one));

    [Fact]
    public void A_lone_surrogate_is_kept_as_it_is() => Assert.Equal("\uD800a", NameFolding.Fold("\uD800A"));

    [Theory]
    [InlineData("", "")]
    [InlineData("Sergey Lavrov", "sergei lavrov")]
    public void A_key_is_small_letters_with_one_space(string name, string key) => Assert.Equal(key, NameFolding.Fold(name));
}
