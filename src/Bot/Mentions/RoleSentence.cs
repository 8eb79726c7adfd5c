using System.Runtime.InteropServices;
using Bot.Text;

namespace Bot.Mentions;

/// <summary>A sentence's words with the mentions among them and what roles have already used of them.</summary>
internal sealed class RoleSentence
{
    private readonly List<NameWord> words = [];
    private readonly List<(int From, int To, Mention Mention)> people = [];
    private readonly List<bool> used = [];
    private readonly List<EntityType?> types = [];

    public string Text { get; private set; } = "";

    public ReadOnlySpan<NameWord> Words => CollectionsMarshal.AsSpan(words);

    public int Count => words.Count;

    /// <summary>The persons in order, each with its words [From, To).</summary>
    public IReadOnlyList<(int From, int To, Mention Mention)> People => people;

    /// <summary>Reads the sentence anew; <paramref name="mentions"/> are those that lie within it.</summary>
    public void Read(string text, TextSpan sentence, ReadOnlySpan<Mention> mentions)
    {
        Text = text;
        words.Clear();
        people.Clear();
        used.Clear();
        types.Clear();
        NameWordReader.Read(text, sentence, words);
        var at = 0;
        foreach (var mention in mentions)
        {
            while (at < words.Count && words[at].Start < mention.Span.Start) { types.Add(null); at++; }
            var from = at;
            while (at < words.Count && words[at].Start < mention.Span.End) { types.Add(mention.Type); at++; }
            if (mention.Type == EntityType.Person && at > from) people.Add((from, at, mention));
        }
        while (types.Count < words.Count) types.Add(null);
        for (var i = 0; i < words.Count; i++) used.Add(false);
    }

    /// <summary>What the mention names that holds the word; null where it is in none.</summary>
    public EntityType? TypeAt(int word) => types[word];

    public bool IsUsed(int word) => used[word];

    public void Use(int from, int to)
    {
        for (var i = from; i < to; i++) used[i] = true;
    }

    public bool IsMark(int word, char mark) => word >= 0 && word < words.Count && words[word].Is(Text, mark);

    public bool IsWord(int word, ReadOnlySpan<char> lowerCase) =>
        word >= 0 && word < words.Count && words[word].Slice(Text).Equals(lowerCase, StringComparison.OrdinalIgnoreCase);

    public bool IsRoleNoun(int word) =>
        words[word].Shape >= WordShape.Lower && types[word] is null && !words[word].IsPossessive
            && RoleNouns.IsRoleNoun(words[word].Slice(Text), words[word].Kinds);

    public bool IsPlural(int word) => RoleNouns.IsPlural(words[word].Slice(Text));
}
