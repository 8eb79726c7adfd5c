using Bot.Text;

namespace Bot.Mentions;

internal enum EntityType : byte { Person, Organisation, Place }

/// <summary>
/// A span that names an entity. <paramref name="Name"/> is the fullest name this briefing gives it: "Sergey Lavrov"
/// for the span "Lavrov" where both stand, the span's own words where there is no other.
/// </summary>
internal readonly record struct Mention(TextSpan Span, EntityType Type, string Name);

/// <summary>
/// What an apposition, a title or a copula calls a person, verbatim: "former diplomat and outgoing president of the Council
/// on Foreign Relations". <paramref name="Unsure"/>: a definite description ("the Russian foreign minister") that is
/// linked to the person by the context alone.
/// </summary>
internal readonly record struct Role(string Person, TextSpan Span, bool Unsure);
