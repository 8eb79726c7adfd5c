using System.Globalization;

namespace Bot.App.CommandLine;

/// <summary>
/// JSON may write half a character: <c>"\ud800"</c>. It stands for no text, and the reader would refuse the line; here it becomes
/// <c>\ufffd</c>, in its place and of its length, so that every offset stays what the sender counts.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    public static void Mend(Span<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length;)
        {
            if (CodeUnit(json[at..]) is not { } unit)
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(unit) && CodeUnit(json[(at + EscapeLength)..]) is { } next && char.IsLowSurrogate(next))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(unit)) "fffd"u8.CopyTo(json[(at + 2)..]);
                at += EscapeLength;
            }
            if (at >= json.Length) return;
            var further = json[at..].IndexOf((byte)'\\');
            at = further < 0 ? -1 : at + further;
        }
    }

    /// <summary>What an escape such as <c>\u00e9</c> at the start stands for; null when none is there.</summary>
    private static char? CodeUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u'
        && ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
