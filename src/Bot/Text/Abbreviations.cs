using System.Collections.Frozen;

namespace Bot.Text;

/// <summary>Words that are written with a full stop, by what that stop tells about the end of a sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Always followed by what they belong to, so never the end: "Mr.", "Gen.", "No.".</summary>
    public static bool NeverEndsSentence(string word, string language) =>
        NeverEnd.Contains(word) || (NeverEndByLanguage.TryGetValue(language, out var own) && own.Contains(word));

    /// <summary>Stands before a name and nothing else: "Mr.", "Gen.". Of others ("No.", "Oct.", "Sun.") the end of a line may well be the end.</summary>
    public static bool IsTitleBeforeName(string word) => BeforeNames.Contains(word);

    /// <summary>May stand at the end: "Inc.", "U.S.", "a.m."; there the next word decides.</summary>
    public static bool MayEndSentence(string word) => MayEnd.Contains(word) || word.Contains('.');

    /// <summary>Begins a sentence far more often than it follows an abbreviation within one.</summary>
    public static bool IsSentenceStarter(string word) => Starters.Contains(word);

    /// <summary>After a number and a full stop these go on with the date: "5. Mai", "1. января".</summary>
    public static bool IsMonthAfterOrdinal(string word) => Months.Contains(word);

    private static readonly FrozenSet<string> NeverEnd = Set("""
        mr mrs ms dr prof rev fr hon gen lt col maj capt cmdr adm sgt cpl pvt brig gov sen rep sens reps pres amb supt
        insp det atty messrs mme mlle st ste mt ft no nos vs viz cf fig figs eq sec ch vol vols pp ed eds al approx est
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun e.g i.e
        """);

    private static readonly FrozenSet<string> BeforeNames =
        Set("mr mrs ms dr prof rev hon gen lt col maj capt cmdr adm sgt cpl brig gov sen rep sens reps pres insp det messrs mme mlle");

    private static readonly FrozenSet<string> MayEnd = Set("inc corp co ltd llc plc bros jr sr esq etc uu ave blvd rd dept univ assn bldg");

    private static readonly FrozenDictionary<string, FrozenSet<string>> NeverEndByLanguage = new Dictionary<string, FrozenSet<string>>
    {
        ["ru"] = Set("г гг в вв ул д кв пр им т п см рис стр тыс млн млрд руб коп ген полк акад проф доц св о р обл р-н с е н к т.е т.н т.к"),
        ["uk"] = Set("р рр ст вул буд кв пр ім т п див рис стор тис млн млрд грн коп ген полк акад проф доц св о обл м с т.зв"),
        ["de"] = Set("nr bzw ca evtl ggf hr fr frau dipl ing str abs art bd hrsg inkl max min mio mrd mind sog tel u usw vgl z d h u o i s z.b d.h u.a o.ä i.d.r jh"),
        ["fr"] = Set("m mm mgr me mlles mmes art av env p ex hab chap éd n"),
        ["es"] = Set("sr sra sres srta ud uds d dña dr dra lic ing art núm pág págs cap av avda tel ee ee.uu p ej p.ej"),
        ["it"] = Set("sig sigg dott on avv ing art pag pagg cap ecc"),
        ["pt"] = Set("sr sra dr dra exmo exma art pág núm av"),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Starters = Set("""
        the a an this that these those he she it they we you i his her its their our my in on at by for from with as but and
        so if when while after before since although though however meanwhile there here what who why how where no not
        according some many most all both each one two another other such then now today yesterday it's he's she's
        """);

    private static readonly FrozenSet<string> Months = Set("""
        januar jänner februar märz april mai juni juli august september oktober november dezember
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
        januar februar marts april maj juni juli august september oktober november december jahrhundert jahrhunderts
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
