using Bot.Chat;

namespace Bot.Answers;

/// <summary>The passages of /where under the places they name; those that name none come last, and it is said that they do not.</summary>
internal static class PlaceReply
{
    public static IEnumerable<ReplyBlock> PlacesFirst(Answer answer, IReadOnlyList<ShownPassage> shown)
    {
        var named = shown.Select(passage => (Passage: passage, Places: PlacesOf(answer, passage))).ToLookup(entry => entry.Places.Length > 0);
        foreach (var block in named[true].SelectMany(entry => PassageReply.Of(entry.Passage, entry.Places))) yield return block;
        if (!named[false].Any()) yield break;
        yield return new Heading("Also about it, without a place");
        foreach (var block in named[false].SelectMany(entry => PassageReply.Of(entry.Passage))) yield return block;
    }

    private static string PlacesOf(Answer answer, ShownPassage passage) => string.Join(", ", answer.Places
        .Where(place => passage.Indices.Contains(place.Passage))
        .Select(place => place.Note is null ? place.Name : $"{place.Name} ({place.Note})").Distinct());
}
