namespace Bot.Times;

/// <summary>Where the verbs around an expression say that it lies, seen from the document date.</summary>
/// <remarks>Planned: "were to meet", "was scheduled". The plan is of the past, what was planned may be over or to come.</remarks>
internal enum Direction : byte { Unknown, Past, Future, Planned }

/// <summary>
/// Tells past from future by the words beside an expression: its preposition ("since"), else the nearest verb group before it in the
/// sentence, else the first after it. "will be held" and "to be held" are future whatever the participle.
/// </summary>
internal static class TenseFinder
{
    /// <param name="first">The expression's first token; <paramref name="end"/> is the one after it.</param>
    public static Direction Find(TimeSentence s, int first, int end)
    {
        var before = first - 1;
        if (s.Is(before, WordKind.Article)) before--;
        switch (s.Value(before, WordKind.Preposition))
        {
            case 2: return Direction.Past;
            case 3 when Verb(s, first, end) != Direction.Past || IsPerfect(s, before): return Direction.Future;
        }
        return Verb(s, first, end);
    }

    // "has been closed until Friday": it still is.
    private static bool IsPerfect(TimeSentence s, int before)
    {
        for (var at = before - 1; at >= Math.Max(0, before - 8); at--) if (s.IsAny(at, "has", "have")) return !s.Is(before, "by");
        return false;
    }

    private static Direction Verb(TimeSentence s, int first, int end)
    {
        for (var at = first - 1; at >= 0; at--)
        {
            if (s.IsMark(at, ';')) break;
            if (At(s, at) is not Direction.Unknown and var found) return found;
        }
        for (var at = end; at < s.Count; at++)
        {
            // "On Friday the leaders will meet": a verb after it is read with its helpers.
            if (s.Value(at, WordKind.Auxiliary) == 3) return Direction.Future;
            if (At(s, at) is not Direction.Unknown and var found) return found;
        }
        return Direction.Unknown;
    }

    private static Direction At(TimeSentence s, int at)
    {
        // "Theresa May" and "Will Smith" are no verbs.
        if (!s[at].IsWord || (s[at].IsCapital && at > 0)) return Direction.Unknown;
        if (IsPlan(s, at)) return s.Value(at, WordKind.Plan) == 2 || WasBefore(s, at) ? Direction.Planned : Direction.Future;
        switch (s.Value(at, WordKind.Auxiliary))
        {
            case 3: return IsSilence(s, at) ? Direction.Past : Direction.Future;
            case 2: return IsToCome(s, at + 1) ? Direction.Planned : Direction.Past;
            case 1: return s.Is(at, "to") && IsInfinitiveOfPlan(s, at) ? Ahead(s, at) : Direction.Unknown;
        }
        var isPast = s.Is(at, WordKind.PastVerb) || (s[at].Word is null && s[at].Length > 4 && !s[at].IsCapital && s.EndsWith(at, "ed"));
        return isPast ? WithHelpers(s, at) : Direction.Unknown;
    }

    // "<to> be held", behind "were", "was due", "had been planned"
    private static Direction Ahead(TimeSentence s, int to) =>
        WasBefore(s, s.Is(to - 1, WordKind.Plan) ? to - 1 : to) ? Direction.Planned : Direction.Future;

    private static bool WasBefore(TimeSentence s, int at)
    {
        at--;
        while (s.Value(at, WordKind.Auxiliary) == 1 && !s.Is(at, "to") && !s.IsAny(at, "is", "are", "has", "have")) at--;
        return s.Value(at, WordKind.Auxiliary) == 2;
    }

    // "He would not say on Friday whether ..."
    private static bool IsSilence(TimeSentence s, int at) =>
        s.Is(at, "would") && s.Is(at + 1, "not") && s.IsAny(at + 2, "say", "comment", "confirm", "elaborate", "discuss");

    // "plans to meet", "agreed to meet", "set for May"; but "its plan of January", "a set of rules"
    private static bool IsPlan(TimeSentence s, int at) => s.Is(at, WordKind.Plan)
        && (s.Is(at + 1, "to") || (s.Is(at, "set") ? s.Is(at + 1, "for")
            : s.Value(at, WordKind.Plan) == 1 && !s.IsAny(at, "plan", "plans")));

    // "were <to> be held"
    private static bool IsToCome(TimeSentence s, int next) => s.Is(next, "to") || s.Is(next, WordKind.Plan);

    private static bool IsInfinitiveOfPlan(TimeSentence s, int to) => s.Is(to + 1, "be") || s.Is(to - 1, "is") || s.Is(to - 1, "are");

    // Walks back over "has not been" to what decides: "will", "to", or nothing.
    private static Direction WithHelpers(TimeSentence s, int verb)
    {
        for (var at = verb - 1; at >= Math.Max(0, verb - 5); at--)
        {
            switch (s[at].IsCapital && at > 0 ? 0 : s.Value(at, WordKind.Auxiliary))
            {
                case 3: return Direction.Future;
                case 2: return Direction.Past;
                // "is said to <have> fallen"
                case 1 when s.Is(at, "to"): return s.Is(at + 1, "have") ? Direction.Past : Ahead(s, at);
                case 1 when s.Is(at, "is") || s.Is(at, "are"): return Direction.Unknown;
                case 1: continue;
            }
            // "is due to be held"; but "plans announced in January"
            if (at < verb - 1 && IsPlan(s, at)) return WasBefore(s, at) ? Direction.Planned : Direction.Future;
            break;
        }
        return Direction.Past;
    }
}
