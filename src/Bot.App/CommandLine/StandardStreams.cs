using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Bot.App.CommandLine;

/// <summary>The program's input and output as others rely on them: UTF-8 without a byte order mark, whatever the locale says.</summary>
internal static class StandardStreams
{
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    public static void UseUtf8()
    {
        Console.OutputEncoding = Utf8;
        if (!Console.IsInputRedirected) Console.InputEncoding = Utf8;
    }

    public static Stream OpenInput() => Console.OpenStandardInput();

    /// <summary>
    /// Standard output that throws <see cref="IOException"/> once its reader has gone. The console's own stream swallows that of a pipe, and
    /// a long batch would go on computing for nobody; in a file, though, it alone leaves the place for whoever writes next.
    /// </summary>
    public static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return output.CanSeek ? Console.OpenStandardOutput() : output;
    }
}
