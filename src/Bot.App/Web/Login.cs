using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bot.App.Web;

/// <summary>
/// The door where a password is set: a form for people, which leaves a cookie, and <c>Authorization: Bearer</c> for scripts. Who keeps
/// trying wrong ones is made to wait. Cookies end with the process: their key is made at its start and kept nowhere.
/// </summary>
/// <param name="port">In the cookie's name: a browser sends the same cookies to all ports of a host, and two bots may run on one.</param>
internal sealed class Login(string password, int port, TimeProvider time)
{
    /// <summary>The page's file with the form; not served as it is.</summary>
    public const string Form = "login.html";

    private const string Address = "/login", MessagePlace = "<!--message-->", NextPlace = "<!--next-->", Bearer = "Bearer ";

    private readonly byte[] _password = SHA256.HashData(Encoding.UTF8.GetBytes(password));
    private readonly LoginCookie _cookie = new(time);
    private readonly FailedTries _failed = new(time);
    private readonly string _form = Encoding.UTF8.GetString(PageFiles.Read(Form));
    private readonly string _cookieName = string.Create(CultureInfo.InvariantCulture, $"briefing-bot-{port}");

    public void AddTo(WebApplication app)
    {
        app.Use(GuardAsync);
        app.MapGet(Address, context => WriteFormAsync(context, StatusCodes.Status200OK, "")).WithMetadata(new OpenToAll());
        app.MapPost(Address, (RequestDelegate)EnterAsync).WithMetadata(new OpenToAll());
    }

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var marks = context.GetEndpoint()?.Metadata;
        var file = marks?.GetMetadata<PageFileMark>();
        var isOpen = marks?.GetMetadata<OpenToAll>() is not null || file is { Name: not "index.html" };
        if (isOpen || _cookie.IsValid(context.Request.Cookies[_cookieName]))
        {
            await next(context);
        }
        else if (context.Request.Headers.Authorization.ToString() is { } given && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            if (await IsRightAsync(context, given[Bearer.Length..].Trim())) await next(context);
        }
        else if (file is not null)
        {
            context.Response.Redirect($"{Address}?next={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString.Value)}");
        }
        else
        {
            await RefuseAsync(context, "This bot asks for a password: log in at /login, or send Authorization: Bearer and the password.");
        }
    }

    /// <summary>For scripts; when it is not, that was answered.</summary>
    private async Task<bool> IsRightAsync(HttpContext context, string tried)
    {
        if (_failed.MustWait(context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = FailedTries.WindowSeconds;
            await ApiError.WriteAsync(context, StatusCodes.Status429TooManyRequests, FailedTries.Sentence);
            return false;
        }
        if (IsPassword(tried)) return true;
        _failed.Add(context.Connection.RemoteIpAddress);
        await RefuseAsync(context, "That is not the password.");
        return false;
    }

    private async Task EnterAsync(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress;
        if (_failed.MustWait(from))
        {
            context.Response.Headers.RetryAfter = FailedTries.WindowSeconds;
            await WriteFormAsync(context, StatusCodes.Status429TooManyRequests, FailedTries.Sentence);
            return;
        }
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!IsPassword(form["password"].ToString()))
        {
            _failed.Add(from);
            await WriteFormAsync(context, StatusCodes.Status401Unauthorized, "That is not the password.", form["next"].ToString());
            return;
        }
        context.Response.Cookies.Append(_cookieName, _cookie.Issue(), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            // Behind a proxy that speaks TLS; we ourselves do not.
            Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == "https",
            MaxAge = LoginCookie.Lifetime,
            Path = "/",
        });
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = OwnAddress(form["next"].ToString());
    }

    private bool IsPassword(string tried) => CryptographicOperations.FixedTimeEquals(_password, SHA256.HashData(Encoding.UTF8.GetBytes(tried)));

    private async Task WriteFormAsync(HttpContext context, int statusCode, string message, string? next = null)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(_form
            .Replace(MessagePlace, HtmlEncoder.Default.Encode(message), StringComparison.Ordinal)
            .Replace(NextPlace, HtmlEncoder.Default.Encode(OwnAddress(next ?? context.Request.Query["next"].ToString())), StringComparison.Ordinal), context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, string sentence)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiError.WriteAsync(context, StatusCodes.Status401Unauthorized, sentence);
    }

    /// <summary>Only the page itself with a question: nobody is sent elsewhere after logging in.</summary>
    private static string OwnAddress(string next) =>
        next.StartsWith("/?", StringComparison.Ordinal) && !next.AsSpan().ContainsAnyInRange('\0', '\u001f') ? next : "/";
}
