using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Mentions;

/// <summary>
/// Weights of an averaged perceptron (Collins 2002): how much each feature of a word speaks for each <see cref="NameLabel"/>, and how well two labels
/// follow each other. Whole numbers, so that every machine decides alike. Made by tests/Bot.Training; see NOTICE beside the file.
/// </summary>
internal sealed class NameModel
{
    private static readonly Lazy<NameModel> Embedded = new(() =>
    {
        using var stream = typeof(NameModel).Assembly.GetManifestResourceStream("Weights/names.bin")
            ?? throw new InvalidDataException("The weights for names are not in this program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new NameModel(bytes);
    });

    private const int BytesOfFeature = sizeof(uint) + NameLabels.Count;
    private readonly int[] transitions = new int[NameLabels.Count * NameLabels.Count];
    private readonly uint[] keys;
    private readonly ulong[] weights;
    private readonly int shift;

    /// <param name="file">The transitions, each two bytes, then features: four bytes of key, one for each label; little-endian.</param>
    public NameModel(ReadOnlySpan<byte> file)
    {
        for (var i = 0; i < transitions.Length; i++) transitions[i] = BinaryPrimitives.ReadInt16LittleEndian(file[(i * 2)..]);
        var features = file[(transitions.Length * 2)..];
        var bits = 4;
        while (1 << bits < features.Length / BytesOfFeature * 3 / 2) bits++;
        (keys, weights, shift) = (new uint[1 << bits], new ulong[1 << bits], 32 - bits);
        var ofZero = 0UL;
        for (var at = 0; at < features.Length; at += BytesOfFeature)
        {
            var (key, weight) = (BinaryPrimitives.ReadUInt32LittleEndian(features[at..]), BinaryPrimitives.ReadUInt64LittleEndian(features[(at + sizeof(uint))..]));
            if (key == 0) ofZero = weight;
            else Put(key, weight);
        }
        // Zero marks an empty place. Its own feature goes in last, so that no other was put behind it.
        Put(0, ofZero);
    }

    public static NameModel Default => Embedded.Value;

    /// <summary>Of a label and the one behind it, row by row.</summary>
    public ReadOnlySpan<int> Transitions => transitions;

    /// <summary>What the features together weigh for each label.</summary>
    public void Weigh(ReadOnlySpan<uint> features, Span<int> sums)
    {
        var sum = Vector128<short>.Zero;
        foreach (var key in features)
        {
            var place = key >> shift;
            while (keys[place] != key && keys[place] != 0) place = (place + 1) & (uint)(keys.Length - 1);
            // Of a feature that is not kept the weights are not read either: that is another place in memory.
            if (keys[place] == key) sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(weights[place]).AsSByte());
        }
        for (var label = 0; label < NameLabels.Count; label++) sums[label] = sum[label];
    }

    private void Put(uint key, ulong weight)
    {
        var place = key >> shift;
        while (keys[place] != 0) place = (place + 1) & (uint)(keys.Length - 1);
        (keys[place], weights[place]) = (key, weight);
    }

    /// <summary>The file of these weights; features that weigh nothing are left out.</summary>
    /// <param name="features">In the order in which they are to be written; weights beyond a byte are cut to its range.</param>
    public static byte[] Write(ReadOnlySpan<int> transitions, IEnumerable<(uint Key, int[] Weights)> features)
    {
        using var file = new MemoryStream();
        Span<byte> number = stackalloc byte[sizeof(uint)];
        foreach (var weight in transitions)
        {
            BinaryPrimitives.WriteInt16LittleEndian(number, (short)weight);
            file.Write(number[..sizeof(short)]);
        }
        foreach (var (key, weights) in features)
        {
            var cut = Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(weight, sbyte.MinValue, sbyte.MaxValue));
            if (Array.TrueForAll(cut, weight => weight == 0)) continue;
            BinaryPrimitives.WriteUInt32LittleEndian(number, key);
            file.Write(number);
            file.Write(MemoryMarshal.AsBytes(cut.AsSpan()));
        }
        return file.ToArray();
    }
}
