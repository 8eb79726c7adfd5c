using Bot.Indexing;
using Bot.Mentions;
using Bot.Passages;
using Bot.Quotes;
using Bot.Text;
using Bot.Times;
using CsCheck;

namespace Bot.Tests.Indexing;

public sealed class PassageCodecTests
{
    [Fact]
    public void A_passage_comes_back_as_it_was_written_whatever_was_found_in_it() => Passages.Sample(indexed =>
    {
        var back = PassageCodec.Read(PassageCodec.Write(indexed));
        Assert.Equal(
            (indexed.Briefing, indexed.Collection, indexed.Text, indexed.Language, indexed.Day, indexed.Checksum),
            (back.Briefing, back.Collection, back.Text, back.Language, back.Day, back.Checksum));
        Assert.Equal((indexed.Briefing.Value, indexed.Passage.Ordinal), PassageCodec.ReadPlace(PassageCodec.Write(indexed)));
        Assert.Equal(indexed.Text, PassageCodec.ReadText(PassageCodec.Write(indexed)));
        var days = indexed.Passage.Annotations.Times.Select(time => time.Interval).OfType<DayInterval>().Select(days => days.From).Order().ToList();
        Assert.All(days, day => Assert.Equal(days[^1] > day, PassageCodec.TellsOfDayAfter(PassageCodec.Write(indexed), day)));
        var (passage, its) = (indexed.Passage, back.Passage);
        Assert.Equal((passage.Ordinal, passage.Span), (its.Ordinal, its.Span));
        Assert.Equal(passage.Sentences, its.Sentences);
        Assert.Equal(passage.Annotations.Mentions, its.Annotations.Mentions);
        Assert.Equal(passage.Annotations.Roles, its.Annotations.Roles);
        Assert.Equal(passage.Annotations.Times, its.Annotations.Times);
        Assert.Equal(passage.Annotations.Quotations, its.Annotations.Quotations);
        Assert.Equal(passage.Annotations.Cues, its.Annotations.Cues);
    });

    [Fact]
    public void The_people_of_a_briefing_come_back_as_they_were_written() =>
        Gen.Select(Names, Gen.Int[0, 5_000], Gen.Bool, (name, passages, speaks) => new BriefingPerson(name, passages, speaks)).List[0, 20]
            .Select(Day, (people, day) => new BriefingPeople(day, people))
            .Sample(people =>
            {
                var back = BriefingPeople.Read(people.Write());
                Assert.Equal(people.Day, back.Day);
                Assert.Equal(people.People, back.People);
            });

    // Half a surrogate pair is no text that UTF-8 has; readers let none in.
    private static readonly Gen<string> Names = Gen.String[0, 30].Select(text => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));

    private static readonly Gen<string?> NameOrNone = Gen.Select(Gen.Bool, Names, (isThere, name) => isThere ? name : null);

    private static readonly Gen<DateOnly?> Day = Gen.Select(Gen.Bool, Gen.Int[0, DateOnly.MaxValue.DayNumber], (isThere, day) => isThere ? DateOnly.FromDayNumber(day) : (DateOnly?)null);

    private static readonly Gen<IndexedPassage> Passages =
        from origin in Gen.Int[0, int.MaxValue / 4]
        from length in Gen.Int[0, 3_000]
        let span = SpanWithin(origin, length)
        from sentences in Gen.Select(span, Gen.Int[0, 900], (at, paragraph) => new Sentence(at, paragraph)).List[0, 9]
        from mentions in Gen.Select(span, Gen.Enum<EntityType>(), Names, (at, type, name) => new Mention(at, type, name)).List[0, 9]
        from roles in Gen.Select(Names, span, Gen.Bool, (person, at, unsure) => new Role(person, at, unsure)).List[0, 4]
        from times in Gen.Select(span, Gen.Enum<TimeType>(), Names, Interval, NameOrNone, (at, type, value, interval, note) => new TimeExpression(at, type, value, interval, note)).List[0, 4]
        from quotations in Gen.Select(span, Gen.Bool, NameOrNone, SpeakerSpan, (at, direct, speaker, its) => new Quotation(at, direct, speaker, its)).List[0, 4]
        from cues in Gen.Select(span, Gen.Enum<HedgeKind>(), (at, kind) => new HedgeCue(kind, at)).List[0, 4]
        from ordinal in Gen.Int[0, 100_000]
        from names in Gen.Select(Names, Names, Names)
        from day in Day
        from checksum in Gen.ULong
        from seed in Gen.String
        select new IndexedPassage(
            new BriefingId(names.Item1), names.Item2, TextHash.Of(seed), names.Item3, day, checksum,
            new Passage(ordinal, new TextSpan(origin, origin + length), sentences, new Annotations(mentions, roles, times, quotations, cues)));

    private static Gen<DayInterval?> Interval => Gen.Select(Gen.Bool, Gen.Int[0, 3_000_000], Gen.Int[1, 400], (isThere, from, days) =>
        isThere ? new DayInterval(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(from + days)) : (DayInterval?)null);

    private static Gen<TextSpan?> SpeakerSpan => Gen.Select(Gen.Bool, Gen.Int[0, 1_000_000], Gen.Int[0, 80], (isThere, start, length) =>
        isThere ? new TextSpan(start, start + length) : (TextSpan?)null);

    private static Gen<TextSpan> SpanWithin(int origin, int length) => Gen.Select(Gen.Int[0, length], Gen.Int[0, length], (a, b) =>
        new TextSpan(origin + Math.Min(a, b), origin + Math.Max(a, b)));
}
