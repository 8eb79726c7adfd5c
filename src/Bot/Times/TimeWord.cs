namespace Bot.Times;

/// <summary>What a word can be in a time expression; a word can be several ("second": an ordinal and a unit; "may": a month and
/// a modal).</summary>
[Flags]
internal enum WordKind
{
    None = 0,
    Month = 1 << 0,        // 1 to 12
    Weekday = 1 << 1,      // 1 (Monday) to 7, as ISO 8601 counts
    Season = 1 << 2,       // 1 spring, 2 summer, 3 autumn, 4 winter
    Unit = 1 << 3,         // TimeUnit
    Cardinal = 1 << 4,
    Ordinal = 1 << 5,
    DayPart = 1 << 6,      // DayPart
    Day = 1 << 7,          // days from the document date, plus 10: 10 today, 9 yesterday
    Relation = 1 << 8,     // Relation
    Edge = 1 << 9,         // 1 early, 2 mid, 3 late
    Several = 1 << 10,     // an amount that is not told: "several", "few"
    Article = 1 << 11,     // 1 definite, 2 indefinite
    Of = 1 << 12,          // joins the parts of a date: "of", "de"
    YearWord = 1 << 13,    // follows or leads a year: "года", "year"
    Every = 1 << 14,
    Adverb = 1 << 15,      // a set by one word: "annually"; TimeUnit
    Shift = 1 << 16,       // 1 "ago", 2 "earlier", 3 "later"; 4 back and 5 ahead before the amount: "vor", "через"
    Vague = 1 << 17,       // 1 PRESENT_REF, 2 PAST_REF, 3 FUTURE_REF
    Preposition = 1 << 18, // 1 neutral, 2 points back ("since"), 3 points ahead ("until")
    Auxiliary = 1 << 19,   // 1 carries no direction ("be"), 2 past, 3 future
    PastVerb = 1 << 20,
    Plan = 1 << 21,        // 1 "scheduled", "expected": what follows is to come; 2 "agreed", only before "to"
    Plural = 1 << 22,      // a unit in its plural form
    RangeWord = 1 << 23,   // 1 "to", 2 "and"
    Around = 1 << 24,      // "about", "nearly": before an amount
    OrdinalEnding = 1 << 25,
    Title = 1 << 26,       // stands before a person's name
    Counted = 1 << 27,     // what is counted or numbered: "people", "km"
    Numbered = 1 << 28,    // stands before a number that is a name: "Boeing", "Resolution"
    Half = 1 << 29,
    Opener = 1 << 30,      // begins a name that a rule spells out: "Q", "fiscal", 5 by itself: "Christmas"; 2 "beginning", 3 "middle",
                           // 4 "end" of; 20 "usually", which tells a habit; 40 to 90 "forties" to "nineties"
}

internal enum DayPart : byte { Morning = 1, Afternoon, Evening, Night, Noon, Midnight }

/// <summary>Where a period lies, seen from another: the document date, or for Following, Previous and Same the expression before.</summary>
internal enum Relation : byte { Last = 1, This, Next, Past, Coming, Following, Previous, Same }

/// <summary>A word of the lexicon with its values, one for each kind it can be.</summary>
internal sealed class TimeWord(string text)
{
    private const WordKind Triggers = WordKind.Month | WordKind.Weekday | WordKind.Season | WordKind.Unit | WordKind.DayPart | WordKind.Day
        | WordKind.Adverb | WordKind.Vague | WordKind.Shift;

    private readonly byte[] _values = new byte[31];

    public string Text { get; } = text;

    public WordKind Kinds { get; private set; }

    /// <summary>True when the word alone can make a time expression: a sentence without any such word, or a number, has none.</summary>
    public bool IsTrigger { get; private set; }

    public bool Is(WordKind kinds) => (Kinds & kinds) != 0;

    /// <summary>The value for one kind; 0 where the word is not of that kind.</summary>
    public int Value(WordKind kind) => _values[int.TrailingZeroCount((int)kind)];

    public void Add(WordKind kind, int value)
    {
        Kinds |= kind;
        IsTrigger |= (kind & Triggers) != 0 || (kind == WordKind.Opener && value is 5 or >= 40);
        _values[int.TrailingZeroCount((int)kind)] = (byte)value;
    }
}
