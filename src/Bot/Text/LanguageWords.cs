using System.Collections.Frozen;

namespace Bot.Text;

/// <summary>
/// The commonest function words of languages in Latin and Cyrillic script: articles, prepositions, conjunctions, pronouns and
/// forms of "to be". A word that is common to several languages counts for each.
/// </summary>
internal static class LanguageWords
{
    private static readonly string[] Tables =
    [
        "en: the of and to in a is that was for it with as on be by at from are this have which were not been has their had will would who what when where why how did does",
        "ru: и в не на что с по как это из за для от но его к о был также мы они у же быть она году которые после до или при кто где когда почему сколько",
        "uk: і в не на що з у та як це за для до від але його й про був також ми вони є бути вона році які після або при під хто де коли чому скільки",
        "be: і ў не на што з у да як гэта за для ад але яго па быў таксама мы яны ёсць быць яна годзе якія пасля або пры каб",
        "bg: и в не на че с по как това от за до но е го са към беше също ние те ще да тя след или при се си през",
        "sr: и у не на да са по као то из за од али је га ка био такође ми они се су она или при који после што",
        "de: der die das und in zu den mit von für auf ist im nicht ein eine dem des sich als auch es an werden aus er hat dass sie nach wer wo wann wie warum wen",
        "fr: le la les de des du et en à un une est que qui dans pour pas sur au avec par il ne se plus ce sont cette aux été où quand comment pourquoi combien",
        "es: el la los las de del y en un una es que no se por con para su al como más pero fue este ha sus también desde son está quién dónde cuándo cómo qué cuánto",
        "it: il la le i gli di del della e in un una è che non per con si da al dei sono nel più ha come anche alla delle questo",
        "pt: o a os as de do da dos das e em um uma é que não por com para se no na ao mais foi são como também pelo está",
        "nl: de het een en van in is dat te op voor met zijn niet aan er om ook als bij door naar uit werd hij maar wordt heeft over deze",
        "pl: i w nie na że z do się jest to o jak za od po ale jego był są dla przez przy oraz który także tym będzie które co",
        "sv: och i att det som en på är av för med den till inte har om ett de var från han vi men sig så kan när också",
        "da: og i at det som en på er af for med den til ikke har om et de var fra han vi men sig så kan når også blev",
        "no: og i å det som en på er av for med den til ikke har om et de var fra han vi men seg så kan når også ble",
        "fi: ja on ei että se oli hän mutta myös ovat kun joka tai mukaan ole kuin sekä mitä jos niin voi sen hänen jo olla",
        "hu: a az és hogy nem is egy van ez volt de meg csak azt mint már még után pedig lesz ki el volna szerint ezt kell",
        "cs: a v se na je že s z do o to i ve pro za by jako od jsou po bylo byl také ale které který podle však nebo",
        "ro: și de în la a o cu nu pe este că din pentru un se mai care ce fi au sunt prin după dar această acest fost lui",
        "tr: ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ise değil ancak ama göre her ne o en var olduğunu",
        "ca: el la els les de del i en un una és que no per amb al com més però va dels seu també són aquest ha ser les seva",
        "gl: o a os as de do da dos das e en un unha é que non por con para se no na ao máis foi son como tamén pola",
        "eu: eta da ez bat du ere dira izan zuen baina dute edo hau zen bere hori baino egin beste ditu arte behar bezala",
        "ga: agus an na ar is go i le a de ag do bhí tá sé nach ach mar sin leis chun raibh faoi nó siad",
        "id: yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena adalah oleh ada mereka telah saya bisa atau sebagai",
        "lv: un ir ka no uz ar par kas lai arī bet to pēc nav tika viņš tas bija vai kā tā pie gan tiek kopā",
        "lt: ir kad iš su yra į tai bet kaip buvo nuo apie po ne dėl savo jis jau tik bus dar taip pat prie",
        "hr: i u je na da se su za od s ne to o kao koji a iz bi će što ili nije bio nakon biti po prije također",
        "sk: a v sa na je že s z do o to aj vo pre za by ako od sú po bolo bol tiež ale ktoré ktorý podľa však alebo",
    ];

    /// <summary>ISO 639-1 codes, in the order of the bits of <see cref="ByWord"/>.</summary>
    public static string[] Languages { get; } = [.. Tables.Select(table => table[..2])];

    /// <summary>Longer words stand in no table.</summary>
    public static int LongestWord { get; } = Tables.Max(table => table[4..].Split(' ').Max(word => word.Length));

    /// <summary>For each word the languages that have it, one bit each.</summary>
    public static FrozenDictionary<string, ulong> ByWord() => (
        from table in Tables.Index()
        from word in table.Item[4..].Split(' ').Distinct()
        group 1UL << table.Index by word into same
        select same).ToFrozenDictionary(same => same.Key, same => same.Aggregate((a, b) => a | b));
}
