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
        var chunks = new List<NameChunker.Chunk>();
        foreach (var sentence in text.Sentences) NameChunker.Find(text, sentence, chunks);

        var names = new List<NameSpan>(chunks.Count);
        var classifier = new NameClassifier(text, names);
        foreach (var chunk in chunks) classifier.Classify(chunk.From, chunk.To);
        if (classifier.HasLateSurname())
        {
            // "Lavrov Richard Haass" stood before "Sergey Lavrov": now that the surname is known, it can be cut.
            names.Clear();
            foreach (var chunk in chunks) classifier.Classify(chunk.From, chunk.To);
        }

        var mentions = new List<Mention>(names.Count);
        foreach (var name in SameNames.Settle(text, names, classifier.Surnames))
        {
            var span = new TextSpan(text.Words[name.From].Start, text.Words[name.To - 1].End);
            mentions.Add(new Mention(span, name.Type!.Value, ""));
        }
        return AliasResolver.Resolve(text.Text, text.Language, mentions);
    }
}
