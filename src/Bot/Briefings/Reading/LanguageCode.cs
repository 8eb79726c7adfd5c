using System.Collections.Frozen;

namespace Bot.Briefings.Reading;

/// <summary>A language as briefings give it ("en-US", "eng", "English", "русский") as its ISO 639-1 code.</summary>
internal static class LanguageCode
{
    /// <summary>ISO 639-1 code, then ISO 639-2 codes (bibliographic too), the English and the language's own name.</summary>
    private const string Table = """
        ar ara arabic العربية; be bel belarusian беларуская; bg bul bulgarian български; bn ben bengali; ca cat catalan català;
        cs ces cze czech čeština; cy cym wel welsh; da dan danish dansk; de deu ger german deutsch; el ell gre greek ελληνικά;
        en eng english; es spa spanish español castellano; et est estonian eesti; eu eus baq basque euskara; fa fas per persian farsi فارسی;
        fi fin finnish suomi; fr fra fre french français; ga gle irish gaeilge; gl glg galician galego; he heb hebrew iw עברית;
        hi hin hindi हिन्दी; hr hrv croatian hrvatski; hu hun hungarian magyar; hy hye arm armenian հայերեն; id ind indonesian in;
        is isl ice icelandic; it ita italian italiano; ja jpn japanese 日本語; ka kat geo georgian ქართული; kk kaz kazakh;
        ko kor korean 한국어; lt lit lithuanian lietuvių; lv lav latvian latviešu; mk mkd mac macedonian; nl nld dut dutch nederlands;
        no nor norwegian norsk nb nob bokmål nn nno nynorsk; pl pol polish polski; pt por portuguese português; ro ron rum romanian română mo;
        ru rus russian русский; sk slk slo slovak slovenčina; sl slv slovenian slovenščina; sq sqi alb albanian; sr srp serbian српски srpski;
        sv swe swedish svenska; th tha thai ไทย; tr tur turkish türkçe; uk ukr ukrainian українська; ur urd urdu; vi vie vietnamese;
        zh zho chi chinese 中文
        """;

    private static readonly FrozenDictionary<string, string> Codes = Read();

    /// <summary>The code; null when nothing, or no language we know the code of, is given.</summary>
    public static string? Read(string? given)
    {
        if (given is null || given.Length > 40) return null;
        var name = given.Trim().ToLowerInvariant();
        if (Codes.TryGetValue(name, out var code)) return code;
        var region = name.AsSpan().IndexOfAny("-_,; ");
        return region > 0 ? Codes.GetValueOrDefault(name[..region]) : null;
    }

    private static FrozenDictionary<string, string> Read() => (
        from line in Table.Split(';', StringSplitOptions.TrimEntries)
        let names = line.Split(' ')
        from name in names
        select (name, names[0])).ToFrozenDictionary(pair => pair.name, pair => pair.Item2);
}
