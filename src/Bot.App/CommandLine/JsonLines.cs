using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Bot.App.CommandLine;

/// <summary>
/// Answers lines of JSON with lines of JSON: as many at once as there are cores, out in the order they came in, and each at once when
/// the one who asks waits for it. A line that cannot be answered gets an answer that says so, and the rest go on.
/// </summary>
internal static class JsonLines
{
    /// <param name="answer">From a request to the line of JSON that answers it; called by several threads.</param>
    /// <exception cref="OutputClosedException">Nobody reads the answers any more.</exception>
    public static async Task AnswerAsync(Stream input, Stream output, Func<JsonRequest, string> answer, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // The one the writer waits for is out of the channel already, so one less than the cores.
        var answers = Channel.CreateBounded<Task<string>>(Math.Max(1, Environment.ProcessorCount - 1));
        var reading = ReadAsync(input, answers.Writer, answer, end.Token);
        try
        {
            await WriteAsync(answers.Reader, output, end.Token);
        }
        catch (IOException e) when (!IsFaultOfDevice(e)) // a pipe whose reader has gone; a full disk is a failure
        {
            throw new OutputClosedException(e);
        }
        finally
        {
            await end.CancelAsync();
        }
        await reading;
    }

    /// <summary>errno as .NET hands it on: EIO, EFBIG, ENOSPC, EDQUOT.</summary>
    private static bool IsFaultOfDevice(IOException e) => e.HResult is 5 or 27 or 28 or 122;

    private static async Task ReadAsync(
        Stream input, ChannelWriter<Task<string>> answers, Func<JsonRequest, string> answer, CancellationToken stop)
    {
        try
        {
            var number = 0L;
            await foreach (var line in Utf8Lines.ReadAsync(input, stop))
            {
                if (!await answers.WaitToWriteAsync(stop)) break;
                var lineNumber = ++number;
                await answers.WriteAsync(Task.Run(() => Answer(line, lineNumber, answer), stop), stop);
            }
            answers.Complete();
        }
        catch (Exception e) // the writer, which is waited for, is the one to throw it
        {
            answers.Complete(e);
        }
    }

    private static async Task WriteAsync(ChannelReader<Task<string>> answers, Stream output, CancellationToken stop)
    {
        await foreach (var answer in answers.ReadAllAsync(stop))
        {
            await output.WriteAsync(StandardStreams.Utf8.GetBytes(await answer + "\n"), stop);
            await output.FlushAsync(stop);
        }
    }

    private static string Answer(byte[] line, long number, Func<JsonRequest, string> answer)
    {
        JsonRequest? request = null;
        try
        {
            request = JsonRequest.Read(line);
            return answer(request);
        }
        catch (BadRequestException e)
        {
            return Failed(request?.Id, $"Line {number} {e.Message}.");
        }
        catch (Exception e) when (e is not OperationCanceledException) // one bad line must not silence the others
        {
            return Failed(request?.Id, $"Line {number}: {Ending.SentenceForFault(e)}");
        }
    }

    private static string Failed(string? id, string reason)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("status", "failed");
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }
}
