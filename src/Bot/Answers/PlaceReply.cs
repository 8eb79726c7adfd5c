using Bot.Chat;

namespace Bot.Answers;

/// <summary>The passages of /where under the places they name; those that name none come last, and it is said that they do not.</summary>
internal static class PlaceReply
{
    public static IEnumerable<ReplyBlock> PlacesFirst(Answer answer)
    {
        var named = answer.Passages.Select((passage, i) => (Passage: passage, Places: PlacesOf(answer, i))).ToLookup(entry => entry.Places.Length > 0);
        foreach (var block in named[true].SelectMany(entry => PassageReply.Of(entry.Passage, entry.Places))) yield return block;
        if (!named[false].Any()) yield break;
        yield return new Heading("Also about it, without a place");
        foreach (var block in named[false].SelectMany(entry => PassageReply.Of(entry.Passage))) yield return block;
    }

    private static string PlacesOf(Answer answer, int passage) => string.Join(", ", answer.Places
        .Where(place => place.Passage == passage)
        .Select(place => place.Note is null ? place.Name : $"{place.Name} ({place.Note})").Distinct());
}
