namespace Bot.Times;

/// <summary>Times told by where they lie from now or from the expression before: "yesterday", "last Thursday", "next month",
/// "the past five years", "that year".</summary>
internal static class RelativeRule
{
    private const int Saturday = 6;

    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Day)) return DayWord(s, at);
        if (s.Is(at, "торік")) return new TimeMatch(at, at + 1, new Offset(TimeUnit.Year, -1, false));
        // "avant-hier", "après-demain"
        if (s.IsDash(at + 1) && s.Touches(at + 1) && s.Is(at + 2, WordKind.Day) && s.IsAny(at, "avant", "après"))
        {
            var days = s.Value(at + 2, WordKind.Day) - 10 + (s.Is(at, "avant") ? -1 : 1);
            return new TimeMatch(at, at + 3, new Offset(TimeUnit.Day, days, false));
        }
        var first = at;
        if (s.Value(at, WordKind.Article) == 1)
        {
            if (s.Value(at + 1, WordKind.Unit) == (int)TimeUnit.Day && s.Is(at + 3, WordKind.Day)) return DayBeside(s, at);
            if (s.Is(at + 1, WordKind.Unit) && DayBefore(s, at) is { } beside) return beside;
            at++;
            // "over the weekend", "at the weekend"
            if (s.Value(at, WordKind.Unit) == (int)TimeUnit.Weekend && !s.Is(at, WordKind.Plural) && !s.Is(at + 1, WordKind.Of)
                && (s.Is(first - 1, WordKind.Preposition) || s.IsAny(first - 1, "over", "after", "before")))
            {
                return new TimeMatch(first, at + 1, new WithoutYear(TimeUnit.Weekend, 0, Saturday));
            }
        }
        if (s.Is(at, "recent") && s.Is(at + 1, WordKind.Unit) && s.Is(at + 1, WordKind.Plural))
        {
            return new TimeMatch(first, at + 2, new Fixed(TimeType.Date, "PAST_REF"));
        }
        if (s.Is(at + 1, WordKind.Relation) && s.Is(at, WordKind.Unit) && !s.Is(at, WordKind.Plural)) return UnitFirst(s, first, at);
        if (!s.Is(at, WordKind.Relation)) return null;
        var relation = (Relation)s.Value(at, WordKind.Relation);
        // "the talks may last months"
        if (s.Is(at, "last") && s.Value(at - 1, WordKind.Auxiliary) == 3) return null;
        var next = at + 1;
        if (relation == Relation.Same && s.Is(next, "same")) next++;
        // "this past weekend", "this coming Friday"
        if (relation == Relation.This && s.Is(next, WordKind.Relation) && !s.Is(next, "same"))
        {
            relation = (Relation)s.Value(next, WordKind.Relation) is Relation.Past or Relation.Last ? Relation.Last : Relation.Next;
            next++;
        }
        var withArticle = first < at;
        if (PeriodRule.RelatedYear(s, first, next) is { } fiscal) return fiscal;
        if (s.Is(next, WordKind.Unit)) return RelatedUnit(s, first, next, relation, withArticle) ?? Count(s, first, next, relation);
        if (NamedPart(s, first, next, relation) is { } named) return named;
        return Count(s, first, next, relation);
    }

    // "yesterday", "tomorrow", "tonight"
    private static TimeMatch DayWord(TimeSentence s, int at)
    {
        Reading day = new Offset(TimeUnit.Day, s.Value(at, WordKind.Day) - 10, false);
        if (s.Is(at, WordKind.DayPart)) return new TimeMatch(at, at + 1, new OfDay(day, "TNI"));
        // "aujourd'hui"
        var end = s.Is(at, "aujourd") && s.Is(at + 2, "hui") ? at + 3 : at + 1;
        return new TimeMatch(at, end, day);
    }

    // "the day before yesterday", "the day after tomorrow"
    private static TimeMatch? DayBeside(TimeSentence s, int at)
    {
        var step = s.Is(at + 2, "before") ? -1 : s.Is(at + 2, "after") ? 1 : 0;
        return step == 0 ? null : new TimeMatch(at, at + 4, new Offset(TimeUnit.Day, s.Value(at + 3, WordKind.Day) - 10 + step, false));
    }

    // "the day before." - but "the day before the talks" is a day that only the talks tell.
    private static TimeMatch? DayBefore(TimeSentence s, int at)
    {
        var step = s.Is(at + 2, "before") ? -1 : s.Is(at + 2, "after") ? 1 : 0;
        var closes = at + 3 >= s.Count || s[at + 3].Mark is '.' or ',' or ';' or ')' or '"' or '”' or '!' or '?';
        return step == 0 || !closes || s.Is(at + 1, WordKind.Plural) ? null
            : new TimeMatch(at, at + 3, new Offset((TimeUnit)s.Value(at + 1, WordKind.Unit), step, true));
    }

    // "la semaine dernière", "el mes pasado", "el año próximo"
    private static TimeMatch? UnitFirst(TimeSentence s, int first, int at)
    {
        var relation = (Relation)s.Value(at + 1, WordKind.Relation);
        var isRomance = relation is Relation.Last or Relation.Next && !s.Is(at + 1, "last") && !s.Is(at + 1, "next");
        return isRomance ? RelatedUnit(s, first, at, relation, false) is { } match ? match with { End = at + 2 } : null : null;
    }

    private static TimeMatch? RelatedUnit(TimeSentence s, int first, int at, Relation relation, bool withArticle)
    {
        if (s.Is(at, WordKind.Plural))
        {
            return IsThisYears(s, at, relation) ? new TimeMatch(first, at + 1, new Offset(TimeUnit.Year, 0, false)) : null;
        }
        var unit = (TimeUnit)s.Value(at, WordKind.Unit);
        if (unit < TimeUnit.Day) return null;
        // "the last week of May" is May's.
        if (relation is Relation.Last or Relation.Past && (s.Is(at + 1, WordKind.Of) || s.Is(at + 1, "before")))
        {
            return unit == TimeUnit.Quarter ? PeriodRule.LastQuarter(s, first, at + 1) : null;
        }
        // "the past year", "the last decade" are stretches up to now; "last year" is a year of the calendar.
        if (relation == Relation.Past || (relation == Relation.Last && withArticle && unit is not (TimeUnit.Quarter or TimeUnit.Weekend)))
        {
            return new TimeMatch(first, at + 1, new Stretch(unit, 1, false));
        }
        if (relation == Relation.Coming)
        {
            return new TimeMatch(first, at + 1, withArticle ? new Stretch(unit, 1, true) : new Offset(unit, 1, false));
        }
        // "the next day" follows what was told; "next week" follows the day of writing.
        var fromBefore = relation is Relation.Following or Relation.Previous or Relation.Same
            || (relation == Relation.Next && (withArticle || unit == TimeUnit.Day));
        var count = relation switch { Relation.Last or Relation.Previous => -1, Relation.Next or Relation.Following => 1, _ => 0 };
        return new TimeMatch(first, at + 1, new Offset(unit, count, fromBefore));
    }

    // "this years festival": the apostrophe is often left out.
    private static bool IsThisYears(TimeSentence s, int at, Relation relation) =>
        relation == Relation.This && s.Is(at, "years") && s[at + 1].IsWord;

    // "last Friday", "this autumn", "next September", "this morning", "last night", "last Christmas"
    private static TimeMatch? NamedPart(TimeSentence s, int first, int at, Relation relation)
    {
        var direction = relation switch
        {
            Relation.Past or Relation.Previous => Relation.Last,
            Relation.Coming or Relation.Following => Relation.Next,
            _ => relation,
        };
        if (s.Is(at, WordKind.Weekday) && !s.Is(at, WordKind.Plural))
        {
            if (CalendarRule.IsNumbered(s, at)) return null;
            return new TimeMatch(first, at + 1, new WithoutYear(TimeUnit.Day, 0, s.Value(at, WordKind.Weekday), direction));
        }
        if (s.Is(at, WordKind.Month) && s[at].IsCapital)
        {
            return CalendarRule.MonthDate(s, at) is { Reading: WithoutYear date } month
                ? new TimeMatch(first, month.End, date with { Relation = direction }) : null;
        }
        if (s.Is(at, WordKind.Season))
        {
            return new TimeMatch(first, at + 1, new WithoutYear(TimeUnit.Season, s.Value(at, WordKind.Season) * 3, 0, direction));
        }
        if (HolidayRule.Match(s, at) is { Reading: WithoutYear holiday } kept)
        {
            return new TimeMatch(first, kept.End, holiday with { Relation = direction });
        }
        if (!s.Is(at, WordKind.DayPart)) return null;
        var part = DayPartRule.Code(s.Value(at, WordKind.DayPart));
        var days = relation switch { Relation.Last or Relation.Previous => -1, Relation.Next or Relation.Following => 1, _ => 0 };
        return new TimeMatch(first, at + 1,
            new OfDay(new Offset(TimeUnit.Day, days, relation is Relation.Following or Relation.Same), part));
    }

    // "the past five years", "the next few days", "the last 24 hours"
    private static TimeMatch? Count(TimeSentence s, int first, int at, Relation relation)
    {
        if (relation is Relation.This or Relation.Same) return null;
        var ahead = relation is Relation.Next or Relation.Coming or Relation.Following;
        if (s.Is(at, WordKind.Unit) && s.Is(at, WordKind.Plural) && relation != Relation.Previous)
        {
            return new TimeMatch(first, at + 1, new Fixed(TimeType.Date, ahead ? "FUTURE_REF" : "PAST_REF"));
        }
        if (s.Is(at, WordKind.Article) || Amount.Read(s, at) is not { } amount) return null;
        if (DurationRule.IsMeasured(s, amount.End)) amount = amount with { End = amount.End + 1 };
        if (!s.Is(amount.End, WordKind.Unit)) return null;
        var unit = (TimeUnit)s.Value(amount.End, WordKind.Unit);
        if (amount.Text is not "X" && amount.Count == 0) return null;
        // "the last five months of his term" are not the five months before the writing.
        var isOfAnother = relation is Relation.Last or Relation.Next && s.Is(amount.End + 1, WordKind.Of);
        return new TimeMatch(first, amount.End + 1, isOfAnother
            ? new Fixed(TimeType.Duration, DurationRule.Value(unit, amount.Text)) : new Stretch(unit, amount.Count, ahead));
    }
}
