namespace Bot.Mentions;

/// <summary>Finds names by capitals, word lists and what the same briefing says elsewhere: for every language with capitals.</summary>
internal static class NameRules
{
    /// <summary>Names in text order, each with a type; they do not overlap.</summary>
    public static List<NameSpan> Find(NameText text)
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
        return [.. SameNames.Settle(text, names, classifier.Surnames)];
    }
}
