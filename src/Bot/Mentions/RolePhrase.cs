namespace Bot.Mentions;

/// <summary>Where the noun phrase around a role noun begins and ends, in words of the sentence.</summary>
internal static class RolePhrase
{
    /// <summary>
    /// Words before a head, and words before it may begin an apposition: "former White House and State Department" are five.
    /// </summary>
    private const int LongestLead = 9;

    /// <summary>The longest complement: "of the Council on Foreign Relations". What goes on longer is a clause.</summary>
    private const int LongestTail = 24;

    /// <summary>"president" -> where "the Belarusian president" or "Russian diplomat and writer" begins.</summary>
    public static int StartBefore(RoleSentence sentence, int head)
    {
        var start = head;
        while (start > 0 && head - start < LongestLead)
        {
            var before = start - 1;
            var word = sentence.Words[before];
            if (sentence.IsUsed(before) || sentence.TypeAt(before) == EntityType.Person && !word.IsPossessive) break;
            if (IsDeterminer(sentence, before)) return before;
            if (sentence.IsWord(before, "and") && before > 0 && sentence.IsRoleNoun(before - 1)) { start -= 2; continue; }
            if (word.Shape == WordShape.Punctuation && !IsJoint(sentence, before)) break;
            if (!word.IsPossessive && !RoleModifier.MayModify(sentence, before)) break;
            start = before;
        }
        return start;
    }

    /// <summary>
    /// Where the title before a name begins. One in a capital takes no other noun in small letters: "the mission President Biden described".
    /// </summary>
    public static int StartOfTitle(RoleSentence sentence, int title)
    {
        var start = StartBefore(sentence, title);
        if (!sentence.Words[title].IsCapital) return start;
        for (var i = start; i < title; i++)
        {
            var word = sentence.Words[i];
            if (word.Shape == WordShape.Lower && (word.Kinds & (WordKinds.Common | WordKinds.Function)) == WordKinds.Noun
                && !word.IsPossessive && !sentence.IsRoleNoun(i) && sentence.TypeAt(i) is null) start = i + 1;
        }
        return start;
    }

    /// <summary>"the Protestant Reformation", "Republican Joe Biden": a capital behind it that is no role noun carries the name on.</summary>
    public static bool IsPartOfName(RoleSentence sentence, int head) =>
        head + 1 < sentence.Count && sentence.Words[head + 1].Shape is WordShape.Capital
            && (sentence.TypeAt(head + 1) is EntityType.Person || sentence.TypeAt(head + 1) is null && !sentence.IsRoleNoun(head + 1)
                && sentence.Words[head].IsCapital && !sentence.IsWord(head + 1, "elect") && !sentence.IsWord(head + 1, "emeritus"));

    /// <summary>The role noun that the phrase beginning at <paramref name="start"/> is about; -1 where it is about none.</summary>
    public static int HeadAfter(RoleSentence sentence, int start)
    {
        var head = -1;
        for (var i = start; i < sentence.Count && i - start < LongestLead; i++)
        {
            if (sentence.IsRoleNoun(i)) { head = i; continue; }
            if (head >= 0) break;
            var word = sentence.Words[i];
            if (i == start && IsDeterminer(sentence, i) || word.IsPossessive && sentence.TypeAt(i) != EntityType.Person) continue;
            if (sentence.IsWord(i, "and") && i > start && sentence.TypeAt(i - 1) is EntityType.Organisation) continue;
            if (word.Shape == WordShape.Punctuation && !IsJoint(sentence, i)) return -1;
            if (sentence.TypeAt(i) == EntityType.Person || !RoleModifier.MayModify(sentence, i)) return -1;
        }
        return head;
    }

    /// <summary>Behind the head: "of the Council on Foreign Relations", "and writer"; the end of the phrase.</summary>
    public static int EndAfter(RoleSentence sentence, int head)
    {
        var i = head + 1;
        for (; i < sentence.Count && i - head < LongestTail; i++)
        {
            var word = sentence.Words[i];
            if (AfterAside(sentence, i) is > 0 and var past) { i = past - 1; continue; }
            if (word.Shape == WordShape.Punctuation && !IsJoint(sentence, i)) break;
            if (sentence.TypeAt(i) is not null && i != head + 1) continue;
            if (word.IsCapital && word.Is(WordKinds.Calendar)) break;
            if (sentence.TypeAt(i) == EntityType.Person) break;
            if (word.Shape == WordShape.Lower && EndsPhrase(sentence, i)) break;
        }
        while (i > head + 1 && sentence.Words[i - 1].Is(WordKinds.Function) && sentence.TypeAt(i - 1) is null) i--;
        return i;
    }

    /// <summary>
    /// "the University of Oxford, England," and "CFR (Council on Foreign Relations)" go on behind their mark; 0 where nothing does.
    /// </summary>
    private static int AfterAside(RoleSentence sentence, int mark)
    {
        if (mark == 0 || sentence.TypeAt(mark - 1) != EntityType.Organisation) return 0;
        var closing = sentence.IsMark(mark, ',') ? ',' : sentence.IsMark(mark, '(') ? ')' : '\0';
        if (closing == '\0') return 0;
        var wanted = closing == ',' ? EntityType.Place : EntityType.Organisation;
        var at = mark + 1;
        while (at < sentence.Count && sentence.TypeAt(at) == wanted) at++;
        return at > mark + 1 && sentence.IsMark(at, closing) ? (closing == ',' ? at : at + 1) : 0;
    }

    public static bool IsDeterminer(RoleSentence sentence, int at) => sentence.TypeAt(at) is null
        && sentence.Words[at].Slice(sentence.Text) is
        "the" or "The" or "a" or "A" or "an" or "An" or "his" or "His" or "her" or "Her" or "its" or "Its" or "their" or "Their"
            or "our" or "Our" or "my" or "My";

    private static bool IsJoint(RoleSentence sentence, int at) =>
        (sentence.IsMark(at, '-') || sentence.IsMark(at, '/') || sentence.IsMark(at, '&')) && at + 1 < sentence.Count && at > 0
        && (sentence.IsMark(at, '&') || sentence.Words[at].Start == sentence.Words[at - 1].End
        && sentence.Words[at + 1].Start == sentence.Words[at].End);

    private static bool EndsPhrase(RoleSentence sentence, int at)
    {
        var word = sentence.Words[at];
        var slice = word.Slice(sentence.Text);
        if (slice is "who" or "whom" or "whose" or "which" or "that" or "where" or "when" or "while" or "as" or "but" or "because"
            or "after" or "before"
            or "since" or "until" or "during" or "is" or "was" or "are" or "were" or "has" or "had" or "have" or "will" or "would"
            or "can" or "could" or "may"
            or "might" or "should" or "must" or "did" or "does" or "do" or "not" or "he" or "she" or "it" or "they" or "if" or "so"
            or "then" or "also"
            or "by" or "about" or "said" or "says") return true;
        if (slice is "from" or "in" or "on" or "at" or "of" && at + 1 < sentence.Count
            && (sentence.Words[at + 1].Shape == WordShape.Number || sentence.Words[at + 1].Is(WordKinds.Calendar))) return true;
        if (word.Is(WordKinds.PersonCue) && !word.Is(WordKinds.Noun)) return true;
        // Behind a preposition a word is a noun, whatever it is elsewhere: "director of studies". Not so behind "and remained".
        if (sentence.Words[at - 1].Is(WordKinds.Function) && sentence.TypeAt(at - 1) is null && !sentence.IsWord(at - 1, "and")) return false;
        return word.Is(WordKinds.Verb) && !word.Is(WordKinds.Noun | WordKinds.Adjective | WordKinds.Function) && !slice.EndsWith("ing");
    }
}
