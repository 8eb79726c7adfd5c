namespace Bot.Answers;

/// <summary>What the finders find in one text: a line of <c>annotate</c>.</summary>
/// <param name="Sentences">In text order, as all lists; offsets are UTF-16 code units, half-open.</param>
public sealed record AnnotatedText(
    string Id,
    IReadOnlyList<AnswerSpan> Sentences,
    IReadOnlyList<AnnotatedMention> Mentions,
    IReadOnlyList<AnnotatedTime> Times,
    IReadOnlyList<AnnotatedRole> Roles,
    IReadOnlyList<AnnotatedQuotation> Quotations);

/// <param name="Type">"person", "organisation" or "place".</param>
/// <param name="Name">The fullest name the text gives.</param>
public sealed record AnnotatedMention(int Start, int End, string Type, string Name);

/// <param name="Type">TIMEX3: "DATE", "TIME", "DURATION" or "SET".</param>
public sealed record AnnotatedTime(int Start, int End, string Type, string Value);

/// <param name="Role">The words that call the person so, at [Start, End).</param>
public sealed record AnnotatedRole(string Name, string Role, int Start, int End, bool Unsure);

public sealed record AnnotatedQuotation(int Start, int End, string? Speaker, bool Direct);
