using Bot.Text;

namespace Bot.Mentions;

/// <summary>
/// Finds who and what a briefing names: persons, organisations and places, by capitals, word lists and what the same briefing says
/// elsewhere. Titles are no part of a person's span ("President Biden": "Biden"), and demonyms ("Russian") no mention.
/// </summary>
internal static class MentionTagger
{
    /// <summary>Mentions in text order; they do not overlap, and their names are resolved within the briefing.</summary>
    public static IReadOnlyList<Mention> Tag(NameText text)
    {
        var names = NameRules.Find(text);
        if (text.Language == "en") names = TrainedNames.Find(text, names, NameModel.Default);

        var mentions = new List<Mention>(names.Count);
        foreach (var name in names)
        {
            var span = new TextSpan(text.Words[name.From].Start, text.Words[name.To - 1].End);
            mentions.Add(new Mention(span, name.Type!.Value, ""));
        }
        return AliasResolver.Resolve(text.Text, text.Language, mentions);
    }
}
