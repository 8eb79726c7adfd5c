using System.Runtime.InteropServices;
using Bot.Text;

namespace Bot.Quotes;

internal enum ItemKind : byte { Word, Name, Mention, Quote, Comma, Break }

/// <summary>
/// One piece of a statement: a word, an untagged capitalised sequence, a mention, a whole quotation, a comma or another mark.
/// </summary>
/// <param name="Index">Of the mention or quotation; -1 for other kinds.</param>
/// <param name="Possessive">A mention with "’s": what follows is theirs, so they are not who speaks.</param>
[StructLayout(LayoutKind.Auto)] // a quarter smaller, and there is one for each word
internal readonly record struct Item(TextSpan Span, ItemKind Kind, SpeechWord Word, int Index = -1, bool Possessive = false)
{
    public bool Is(SpeechWord word) => (Word & word) != 0;

    public bool IsNamed => Kind is ItemKind.Mention or ItemKind.Name && !Possessive;
}

/// <summary>
/// A sentence, or several that one quotation holds together, with each quotation folded into one item: who speaks and what
/// they say stand beside each other in it, however long the quotation.
/// </summary>
internal sealed class Statement(int paragraph, int items)
{
    public int Paragraph { get; } = paragraph;

    /// <summary>Made with room for as many as the reader expects.</summary>
    public List<Item> Items { get; } = new(items);

    public int Count => Items.Count;

    public Item this[int index] => Items[index];

    public SpeechWord WordAt(int index) => index >= 0 && index < Items.Count ? Items[index].Word : SpeechWord.None;

    public bool IsKind(int index, ItemKind kind) => index >= 0 && index < Items.Count && Items[index].Kind == kind;

    public bool Is(int index, SpeechWord word) => (WordAt(index) & word) != 0;
}
