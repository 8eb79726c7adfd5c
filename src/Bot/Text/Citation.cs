using System.Globalization;

namespace Bot.Text;

/// <summary>Where words stand: which briefing, which version of its text, and the span in it.</summary>
public sealed record Citation(BriefingId Briefing, TextHash Text, TextSpan Span)
{
    /// <summary>"3f9a01bc:120-188": what <c>/source</c> takes and every passage carries.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Text.Short}:{Span.Start}-{Span.End}");
}
