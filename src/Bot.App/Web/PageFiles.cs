using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.App.Web;

/// <summary>
/// The page's own files, out of the program itself. A browser keeps them and asks each time whether they are still the same, which
/// their hash tells: after an update nobody has yesterday's page. They hold nothing of the briefings and need no password.
/// </summary>
internal static class PageFiles
{
    private const string Folder = "wwwroot/";

    private static readonly Assembly Program = typeof(PageFiles).Assembly;
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var resource in Program.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var name = resource[Folder.Length..];
            if (name == Login.Form) continue;
            var file = new Lazy<PageFile>(() => PageFile.Read(name));
            routes.MapMethods(name == "index.html" ? "/" : $"/{name}", Methods, context => SendAsync(context, file.Value))
                .WithMetadata(new PageFileMark(name));
        }
    }

    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static byte[] Read(string name)
    {
        using var stream = Program.GetManifestResourceStream(Folder + name) ?? throw new InvalidOperationException($"The page's {name} is not in the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task SendAsync(HttpContext context, PageFile file)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = file.Tag;
        if (request.Headers.IfNoneMatch.ToString().Contains(file.Tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = file.MediaType;
        response.ContentLength = file.Content.Length;
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private sealed record PageFile(byte[] Content, string MediaType, string Tag)
    {
        public static PageFile Read(string name)
        {
            var content = PageFiles.Read(name);
            return new PageFile(content, MediaTypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");
        }

        private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"The page has a file of an unknown kind: {other}."),
        };
    }
}

/// <summary>Tells the routes of the page's files from those of its data.</summary>
internal sealed record PageFileMark(string Name);
