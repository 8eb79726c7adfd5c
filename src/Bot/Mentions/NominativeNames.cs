using System.Buffers;
using Bot.Text;

namespace Bot.Mentions;

/// <summary>
/// The names of one briefing's people as they are called: "Сергея Лаврова" is Sergey Lavrov in the genitive, "Lawrows" is Lawrow's.
/// A form is another name's where that name stands in the same briefing, or where the form can be nothing else.
/// </summary>
internal sealed class NominativeNames
{
    /// <summary>Of a surname that more people bear, no form is resolved by them: it would cost time.</summary>
    private const int MostBearers = 20;

    private readonly string text;
    private readonly string language;

    /// <summary>Each last word of the people named, and the full names that end with it.</summary>
    private readonly Dictionary<string, List<string>> bySurname = new(StringComparer.Ordinal);

    public NominativeNames(string text, string language, IReadOnlyList<Mention> mentions)
    {
        (this.text, this.language) = (text, language);
        if (!HasForms(language)) return;
        foreach (var mention in mentions)
        {
            if (mention.Type != EntityType.Person) continue;
            var name = mention.Span.Slice(text);
            var surname = name[(name.LastIndexOf(' ') + 1)..].ToString();
            if (!bySurname.TryGetValue(surname, out var full)) bySurname.Add(surname, full = []);
            if (name.Contains(' ') && full.Count < MostBearers && !full.Contains(name.ToString())) full.Add(name.ToString());
        }
    }

    /// <summary>The person's name as the mention's words give it, in the nominative where they have another case.</summary>
    public ReadOnlySpan<char> Of(Mention mention)
    {
        var written = mention.Span.Slice(text);
        if (mention.Type != EntityType.Person || !HasForms(language)) return written;
        if (language == "de") return WithoutGenitive(written);
        if (!CyrillicCases.IsCyrillic(written)) return written;
        var words = written.ToString().Split(' ');
        if (words.Length > 1) return OfFullName(words);
        var surname = OfSurname(words[0]);
        return surname == words[0] && CyrillicCases.MasculineGenitive(surname) is { } man && !IsSubject(mention.Span) ? man : surname;
    }

    /// <summary>Languages that were looked at, and of whose ordinary words the lists hold none.</summary>
    public static bool HasOtherWords(string language) => language is "ru" or "uk" or "be" or "de" or "fr" or "es";

    private static bool HasForms(string language) => language is "ru" or "uk" or "be" or "de";

    // "Lawrows Rede", where Lawrow is named too; "Haass" has an s of his own.
    private ReadOnlySpan<char> WithoutGenitive(ReadOnlySpan<char> name)
    {
        if (name.Length < 4 || name[^1] != 's' || name[^2] == 's') return name;
        return bySurname.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name[(name.LastIndexOf(' ') + 1)..^1]) ? name[..^1] : name;
    }

    private string OfSurname(string surname)
    {
        foreach (var nominative in CyrillicCases.Nominatives(surname)) if (bySurname.ContainsKey(nominative)) return nominative;
        return CyrillicCases.SureNominative(surname) ?? surname;
    }

    private string OfFullName(string[] words)
    {
        foreach (var surname in CyrillicCases.Nominatives(words[^1]).Prepend(words[^1]))
        {
            if (!bySurname.TryGetValue(surname, out var bearers)) continue;
            foreach (var full in bearers)
            {
                var own = full.Split(' ');
                if (own.Length == words.Length && !own.SequenceEqual(words) && own.Zip(words).All(pair => IsFormOf(pair.Second, pair.First))) return full;
            }
        }
        var given = CyrillicCases.GivenName(words[0]);
        var isOblique = given is not null && given != words[0];
        var last = isOblique && IsMan(given!) ? CyrillicCases.SureNominative(words[^1]) ?? OfMan(words[^1]) : OfSurname(words[^1]);
        return string.Join(' ', words[1..^1].Prepend(isOblique ? given! : words[0]).Append(last));
    }

    // "Захарова заявила", "считает Захарова": a verb of hers within two words, or nothing before her, so that it is no genitive.
    private bool IsSubject(TextSpan span)
    {
        var before = text.AsSpan(0, span.Start);
        for (var i = 0; i < 2; i++)
        {
            var word = before.TrimEnd(' ');
            if (word.IsEmpty || !char.IsLetter(word[^1]))
            {
                if (i == 0) return true;
                break;
            }
            before = word[..(word.LastIndexOfAny(BeforeWord) + 1)];
            var last = word[before.Length..];
            if (IsVerb(last) || (i == 0 && last.Length == 1 && last[0] is 'и' or 'И' or 'а' or 'А' or 'й')) return true;
        }
        var after = text.AsSpan(span.End);
        for (var i = 0; i < 2; i++)
        {
            after = after.TrimStart(' ');
            var end = 0;
            while (end < after.Length && char.IsLetter(after[end])) end++;
            if (IsVerb(after[..end])) return true;
            after = after[end..];
        }
        return false;
    }

    private static readonly SearchValues<char> BeforeWord = SearchValues.Create(" \n«„“\"(");

    private static bool IsVerb(ReadOnlySpan<char> word) =>
        word.EndsWith("ла") || word.EndsWith("лась") || word.EndsWith("лася") || word.EndsWith("ет") || word.EndsWith("ит") || word.EndsWith("ає") || word.EndsWith("ує");

    private static bool IsFormOf(string word, string nominative) => word == nominative || CyrillicCases.Nominatives(word).Contains(nominative);

    private static bool IsMan(string given) => given[^1] is not ('а' or 'я');

    // Behind a man's name in another case the surname is in that case too, if it has any: "Ричарда Хааса", but "Александра Лукашенко".
    private static string OfMan(string surname)
    {
        if (surname[^1] is 'о' or 'и' or 'і') return surname;
        return CyrillicCases.Nominatives(surname).FirstOrDefault() ?? surname;
    }
}
