using Bot.Chat;

namespace Bot.Answers;

/// <summary>Turns an answer into a reply: the same words for every platform, in the order they are to be read.</summary>
public static class AnswerReply
{
    public static Reply For(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var shown = ShownPassage.Of(answer);
        return new Reply([.. Opening(answer), .. Body(answer, shown), .. Choices(answer), .. Closing(answer, shown)]);
    }

    /// <summary>What comes before any passage: whom or what it is about, or why there is nothing.</summary>
    private static IEnumerable<ReplyBlock> Opening(Answer answer)
    {
        if (answer.Status == AnswerStatus.Weak && answer.Passages.Count > 0) yield return new Line($"{answer.Reason} Nearest:");
        // A digest says itself that nothing is new, and since when.
        else if (answer.Reason is { } reason && answer.Digest is null) yield return new Line(reason + DidYouMean(answer));
        if (answer.Person is { } person)
        {
            foreach (var block in PersonReply.Card(person)) yield return block;
        }
        foreach (var block in CorpusReply.Of(answer)) yield return block;
        foreach (var block in answer.Digest is { } digest ? DigestReply.Opening(answer, digest) : []) yield return block;
        foreach (var block in StandingReply.Of(answer)) yield return block;
        foreach (var block in answer.Subscriptions is { } subscriptions ? DigestReply.List(subscriptions) : []) yield return block;
        foreach (var block in answer.Sent is { } sent ? DigestReply.Sent(sent) : []) yield return block;
    }

    private static string DidYouMean(Answer answer) => answer.Status == AnswerStatus.NotFound && answer.Suggestions.Count > 0
        ? $" Did you mean {Misses.List(answer.Suggestions, "or")}?"
        : "";

    private static IEnumerable<ReplyBlock> Body(Answer answer, IReadOnlyList<ShownPassage> shown) => answer.Command switch
    {
        CommandCatalog.When when answer.Times.Count > 0 => TimeReply.InOrder(answer, shown),
        CommandCatalog.Where when answer.Places.Count > 0 => PlaceReply.PlacesFirst(answer, shown),
        _ when answer.Digest is { } digest => DigestReply.Body(answer, digest),
        _ when answer.Since is { } since => StandingReply.Body(answer, since),
        CommandCatalog.Says => shown.SelectMany(passage => PassageReply.Of(passage, passage.First.Speaker)),
        _ => shown.SelectMany(passage => PassageReply.Of(passage)),
    };

    private static IEnumerable<ReplyBlock> Choices(Answer answer) =>
        answer.Suggestions.Select(suggestion => new Button(suggestion, CommandFor(answer, suggestion))).Concat(answer.Next.Select(next => new Button(next.Label, next.Line)));

    // What is suggested for a question's unknown word is a person's name: asking who that is goes on from there.
    private static string CommandFor(Answer answer, string suggestion) => suggestion.StartsWith('/') ? suggestion : answer.Command switch
    {
        CommandCatalog.Says => $"/says {suggestion}",
        _ => $"/who {suggestion}",
    };

    private static IEnumerable<ReplyBlock> Closing(Answer answer, IReadOnlyList<ShownPassage> shown)
    {
        if (answer.Digest is { } digest) return DigestReply.Closing(digest);
        if (answer.Subscriptions is not null || answer.Sent is not null || answer.Watches is not null || answer.Gaps is not null) return [];
        if (answer.Command.StartsWith(CommandCatalog.Feedback, StringComparison.Ordinal) || answer.Command == CommandCatalog.ForgetMe) return [];
        // Of what may not be seen not even how new it is.
        if (answer.Status is AnswerStatus.Failed or AnswerStatus.NotAllowed || answer.Commands is not null) return [];
        var (briefings, newest) = (answer.Searched.Briefings, answer.Searched.Newest);
        if (answer.Matching is { } all)
        {
            // What was read is counted as it is shown, repeats once. Of what was not read nobody knows what repeats: there each counts.
            var (passages, kind) = all.AtLeast ? (all.Passages, FooterCount.AtLeast)
                : (all.Distinct, all.Distinct < all.Passages ? FooterCount.Different : FooterCount.All);
            return [new Footer(passages, all.Briefings, kind, briefings, newest)];
        }
        var count = answer.Command == CommandCatalog.Source ? FooterCount.All : FooterCount.Best;
        return [new Footer(shown.Count, answer.Passages.Select(passage => passage.Briefing).Distinct().Count(), count, briefings, newest)];
    }
}
