using Bot.Mentions;
using Bot.Passages;
using Bot.Quotes;
using Bot.Text;
using Bot.Times;

namespace Bot.Indexing;

/// <summary>
/// An indexed passage as bytes and back: what an answer needs besides the words, which stay in the text store. Spans are written relative
/// to the passage's start, names and values once.
/// </summary>
internal static class PassageCodec
{
    public static byte[] Write(IndexedPassage indexed)
    {
        var (passage, found) = (indexed.Passage, indexed.Passage.Annotations);
        var origin = passage.Span.Start;
        var writer = new ByteWriter();
        writer.String(indexed.Briefing.Value);
        writer.String(indexed.Collection);
        writer.Bytes(Convert.FromHexString(indexed.Text.Hex));
        writer.String(indexed.Language);
        writer.Number(indexed.Day?.DayNumber + 1 ?? 0);
        writer.Bytes(BitConverter.GetBytes(indexed.Checksum));
        writer.Number(passage.Ordinal);
        writer.Number(origin);
        writer.Number(passage.Span.Length);
        WriteList(writer, passage.Sentences, sentence => { WriteSpan(writer, sentence.Span, origin); writer.Number(sentence.Paragraph); });
        WriteList(writer, found.Mentions, mention =>
        {
            WriteSpan(writer, mention.Span, origin);
            writer.Number((int)mention.Type);
            writer.String(mention.Name);
        });
        WriteList(writer, found.Roles, role => { WriteSpan(writer, role.Span, origin); writer.String(role.Person); writer.Flag(role.Unsure); });
        WriteList(writer, found.Times, time =>
        {
            WriteSpan(writer, time.Span, origin);
            writer.Number((int)time.Type);
            writer.String(time.Value);
            writer.Number(time.Interval?.From.DayNumber + 1 ?? 0);
            writer.Number(time.Interval?.To.DayNumber + 1 ?? 0);
            writer.String(time.Note);
        });
        WriteList(writer, found.Quotations, quotation =>
        {
            WriteSpan(writer, quotation.Span, origin);
            writer.Flag(quotation.Direct);
            writer.String(quotation.Speaker);
            // The speaker may be named in another passage, before or after this one.
            writer.Flag(quotation.SpeakerSpan is not null);
            writer.Number(quotation.SpeakerSpan?.Start ?? 0);
            writer.Number(quotation.SpeakerSpan?.Length ?? 0);
        });
        WriteList(writer, found.Cues, cue => { WriteSpan(writer, cue.Span, origin); writer.Number((int)cue.Kind); });
        return writer.Written.ToArray();
    }

    public static IndexedPassage Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var briefing = new BriefingId(reader.String()!);
        var collection = reader.String()!;
        var text = new TextHash(Convert.ToHexStringLower(reader.Bytes(32)));
        var language = reader.String()!;
        var day = ReadDay(ref reader);
        var checksum = BitConverter.ToUInt64(reader.Bytes(sizeof(ulong)));
        var ordinal = reader.Number();
        var origin = reader.Number();
        var span = new TextSpan(origin, origin + reader.Number());
        var sentences = ReadList(ref reader, (ref ByteReader r) => new Sentence(ReadSpan(ref r, origin), r.Number()));
        var mentions = ReadList(ref reader, (ref ByteReader r) => new Mention(ReadSpan(ref r, origin), (EntityType)r.Number(), r.String()!));
        var roles = ReadList(ref reader, (ref ByteReader r) =>
        {
            var at = ReadSpan(ref r, origin);
            return new Role(r.String()!, at, r.Flag());
        });
        var times = ReadList(ref reader, (ref ByteReader r) => new TimeExpression(
            ReadSpan(ref r, origin), (TimeType)r.Number(), r.String()!, ReadInterval(ref r), r.String()));
        var quotations = ReadList(ref reader, (ref ByteReader r) => new Quotation(
            ReadSpan(ref r, origin), r.Flag(), r.String(), ReadSpeakerSpan(ref r)));
        var cues = ReadList(ref reader, (ref ByteReader r) =>
        {
            var at = ReadSpan(ref r, origin);
            return new HedgeCue((HedgeKind)r.Number(), at);
        });
        var passage = new Passage(ordinal, span, sentences, new Annotations(mentions, roles, times, quotations, cues));
        return new IndexedPassage(briefing, collection, text, language, day, checksum, passage);
    }

    /// <summary>Only which passage it is.</summary>
    public static (string Briefing, int Ordinal) ReadPlace(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var briefing = reader.String()!;
        reader.Bytes(reader.Number() - 1); // collection
        reader.Bytes(32);
        reader.Bytes(reader.Number() - 1); // language
        reader.Number();
        reader.Bytes(sizeof(ulong));
        return (briefing, reader.Number());
    }

    /// <summary>Only the hash of its briefing's text.</summary>
    public static TextHash ReadText(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.SkipString(); // briefing
        reader.SkipString(); // collection
        return new TextHash(Convert.ToHexStringLower(reader.Bytes(32)));
    }

    /// <summary>Whether it tells of a day, or of days, that begin after one: most passages do not, and need not be read for it.</summary>
    public static bool TellsOfDayAfter(ReadOnlySpan<byte> bytes, DateOnly day)
    {
        var reader = new ByteReader(bytes);
        reader.SkipString(); // briefing
        reader.SkipString(); // collection
        reader.SkipBytes(32);
        reader.SkipString(); // language
        reader.SkipNumbers(1); // document date
        reader.SkipBytes(sizeof(ulong));
        reader.SkipNumbers(3); // ordinal, origin, length
        for (var sentences = reader.Number(); sentences > 0; sentences--) reader.SkipNumbers(3);
        for (var mentions = reader.Number(); mentions > 0; mentions--)
        {
            reader.SkipNumbers(3);
            reader.SkipString();
        }
        for (var roles = reader.Number(); roles > 0; roles--)
        {
            reader.SkipNumbers(2);
            reader.SkipString();
            reader.SkipNumbers(1);
        }
        for (var times = reader.Number(); times > 0; times--)
        {
            reader.SkipNumbers(3);
            reader.SkipString();
            if (reader.Number() > day.DayNumber + 1) return true;
            reader.SkipNumbers(1);
            reader.SkipString();
        }
        return false;
    }

    private delegate T ReadOne<out T>(ref ByteReader reader);

    private static void WriteList<T>(ByteWriter writer, IReadOnlyList<T> list, Action<T> writeOne)
    {
        writer.Number(list.Count);
        foreach (var one in list) writeOne(one);
    }

    private static T[] ReadList<T>(ref ByteReader reader, ReadOne<T> readOne)
    {
        var list = new T[reader.Number()];
        for (var i = 0; i < list.Length; i++) list[i] = readOne(ref reader);
        return list;
    }

    private static void WriteSpan(ByteWriter writer, TextSpan span, int origin)
    {
        writer.Number(span.Start - origin);
        writer.Number(span.Length);
    }

    private static TextSpan ReadSpan(ref ByteReader reader, int origin)
    {
        var start = origin + reader.Number();
        return new TextSpan(start, start + reader.Number());
    }

    private static DateOnly? ReadDay(ref ByteReader reader) =>
        reader.Number() is > 0 and var number ? DateOnly.FromDayNumber(number - 1) : null;

    private static DayInterval? ReadInterval(ref ByteReader reader)
    {
        var (from, to) = (ReadDay(ref reader), ReadDay(ref reader));
        return from is { } first && to is { } end ? new DayInterval(first, end) : null;
    }

    private static TextSpan? ReadSpeakerSpan(ref ByteReader reader)
    {
        var isKnown = reader.Flag();
        var start = reader.Number();
        var span = new TextSpan(start, start + reader.Number());
        return isKnown ? span : null;
    }
}
