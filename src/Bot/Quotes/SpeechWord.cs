namespace Bot.Quotes;

/// <summary>What a word can do in a sentence that reports speech. A word may have several of these.</summary>
[Flags]
internal enum SpeechWord : ulong
{
    None = 0,

    /// <summary>Reports with or without "that": "said (that) he would go".</summary>
    Says = 1,

    /// <summary>Reports before "that", "whether", "how" or a quotation only: "showed that", but not "showed him".</summary>
    SaysThat = 2,

    /// <summary>Names whom before what: "told the court that", "assured him".</summary>
    Tells = 4,

    /// <summary>Reports what somebody shall do: "urged Russia to sit down".</summary>
    Directs = 8,

    /// <summary>Has no subject of its own: "arguing that".</summary>
    Participle = 16,

    /// <summary>A noun as well: "claims", "reports"; after "the" or "his" it reports nothing.</summary>
    NounToo = 32,

    /// <summary>Opens the name of the source: "according (to)", "selon".</summary>
    According = 64,

    /// <summary>Opens the clause: "that", "whether", "dass".</summary>
    Opener = 128,

    Auxiliary = 256,

    /// <summary>A form of "be": before a past participle it makes the passive.</summary>
    Be = 512,

    Adverb = 1024,

    /// <summary>One person named before: "he", "she".</summary>
    Singular = 2048,

    /// <summary>Several, or a body: "they", "it".</summary>
    Plural = 4096,

    /// <summary>The author, or whom the author speaks to: "I", "you". Says nothing of a third person.</summary>
    FirstPerson = 8192,

    /// <summary>"who", "which": the subject stands before it.</summary>
    Relative = 16384,

    /// <summary>"and", "but": joins another verb to the same subject.</summary>
    Conjunction = 32768,

    /// <summary>Begins another clause: "because", "when", "as".</summary>
    Subordinator = 65536,

    Preposition = 131072,

    Determiner = 262144,

    /// <summary>"to": no subject is reached across it.</summary>
    Infinitive = 524288,

    /// <summary>"by": names who says so in the passive.</summary>
    Agent = 1048576,

    /// <summary>"Monday", "yesterday": may stand between a subject and its verb.</summary>
    Time = 2097152,

    /// <summary>"this", "that" as the subject of "was reported by": the sentence before.</summary>
    Demonstrative = 4194304,

    /// <summary>"sure", "concerned": reports behind "be" and before "that".</summary>
    Adjective = 8388608,

    /// <summary>"accused Russia of ...": whom, then a preposition.</summary>
    Accuses = 16777216,

    /// <summary>"called for talks": a preposition at once.</summary>
    Calls = 33554432,

    /// <summary>A determiner that never stands for somebody: "the", "his".</summary>
    Article = 67108864,

    /// <summary>The mark that leads to what was said.</summary>
    Colon = 134217728,

    /// <summary>Takes a clause with "that" only, but any quotation, also before it: "“...,” replied Lavrov".</summary>
    Utters = 268435456,

    /// <summary>An opener that is no part of what was said: "that", unlike "whether".</summary>
    LeftOut = 536870912,

    /// <summary>"not", "didn't": nothing was said.</summary>
    Negation = 1073741824,

    /// <summary>Takes hardly anything but what was said: "said the talks began", unlike "claimed the prize".</summary>
    Plainly = 2147483648,

    /// <summary>A noun before "that": "Lavrov's claim that", "came to the conclusion that".</summary>
    Claim = 4294967296,

    /// <summary>"his", "their": whose claim it is was named before.</summary>
    Their = 8589934592,

    Reports = Says | SaysThat | Directs | Accuses | Calls,
    Pronoun = Singular | Plural | FirstPerson,
}
