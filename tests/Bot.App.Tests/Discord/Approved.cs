using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.App.Tests.Discord;

/// <summary>
/// Messages that somebody has read and found right, as files beside the tests (*.approved.json). What differs is written beside it as *.received.json: read it, and
/// if it is the better one, rename it.
/// </summary>
internal static class Approved
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Folder = Path.Combine(Repository.Folder, "tests", "Bot.App.Tests", "Discord", "Approved");

    public static async Task HoldsAsync(string name, JsonNode message)
    {
        var file = Path.Combine(Folder, name.Replace(' ', '-'));
        var received = message.ToJsonString(Readable) + "\n";
        var approved = File.Exists(file + ".approved.json") ? await File.ReadAllTextAsync(file + ".approved.json", TestContext.Current.CancellationToken) : "";
        if (approved.ReplaceLineEndings("\n") == received) return;
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(file + ".received.json", received, TestContext.Current.CancellationToken);
        Assert.Fail($"\"{name}\" is not as it was approved. Compare {file}.received.json with the approved one. It is now:\n{received}");
    }
}
