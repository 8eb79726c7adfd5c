using Bot.Text;

namespace Bot.Quotes;

/// <summary>
/// Words that somebody said. <paramref name="Span"/>: for direct speech the quoted words without their quotation marks, for
/// reported speech the clause that tells what was said. <paramref name="Direct"/>: within quotation marks.
/// <paramref name="Speaker"/>: the fullest name the briefing gives the speaker, or the words that stand for one ("two of the
/// sources"); null where it is not told. <paramref name="SpeakerSpan"/>: the words it was read from.
/// </summary>
internal sealed record Quotation(TextSpan Span, bool Direct, string? Speaker, TextSpan? SpeakerSpan);

/// <summary>
/// Why a sentence is not plain fact: it may be so (hedged), somebody says so (reported), it is denied, or it is yet to come (planned).
/// </summary>
public enum HedgeKind : byte { Hedged, Reported, Denied, Planned }

/// <summary>A cue that a claim is uncertain or reported; <paramref name="Span"/> is the cue itself ("could").</summary>
internal readonly record struct HedgeCue(HedgeKind Kind, TextSpan Span);
