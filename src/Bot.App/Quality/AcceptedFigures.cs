using System.Globalization;
using System.Text;

namespace Bot.App.Quality;

/// <summary>
/// The last figures that were accepted, as a table of a Markdown file between two marks. What stands around it, and the targets in it, are
/// the authors' and are left as they are.
/// </summary>
internal sealed class AcceptedFigures
{
    private const string Begin = "<!-- figures: written by `quality --write` -->", End = "<!-- end of figures -->";
    private const string Heading = "| set | measure | of | figure | tuned on | put aside | target |\n|---|---|---:|---:|---:|---:|---:|\n";

    private readonly string _path;
    private readonly List<Row> _rows = [];

    private AcceptedFigures(string path) => _path = path;

    /// <summary>Empty where the file is not there or has no such table.</summary>
    /// <exception cref="CannotStartException">It cannot be read.</exception>
    public static AcceptedFigures Read(string path)
    {
        var accepted = new AcceptedFigures(path);
        if (!File.Exists(path)) return accepted;
        var isInside = false;
        foreach (var line in Text(path).Split('\n'))
        {
            if (line.TrimEnd('\r') == Begin) isInside = true;
            else if (line.TrimEnd('\r') == End) isInside = false;
            else if (isInside && Row.TryRead(line.TrimEnd('\r')) is { } row) accepted._rows.Add(row);
        }
        return accepted;
    }

    public double? Of(Figure figure) => Find(figure)?.Value;

    public double? TargetOf(Figure figure) => Find(figure)?.Target;

    /// <summary>Takes the figures over, those of the file that were not measured stay; figures that are new come last.</summary>
    /// <exception cref="CannotStartException">The file is not there, has no such table, or cannot be written.</exception>
    public void Write(IReadOnlyList<Figure> figures)
    {
        var rows = _rows
            .Select(row => figures.FirstOrDefault(figure => figure.Name == row.Name) is { } figure ? Row.Of(figure, row.Target) : row)
            .Concat(figures.Where(figure => Find(figure) is null).Select(figure => Row.Of(figure, target: null)));
        var text = File.Exists(_path) ? Text(_path) : throw new CannotStartException($"There is no {_path} to write the figures into.");
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
        {
            throw new CannotStartException($"{_path} has no place for figures: the lines \"{Begin}\" and \"{End}\".");
        }
        var table = string.Concat(rows.Select(row => row.Line + "\n"));
        try
        {
            File.WriteAllText(_path, $"{text[..begin]}{Begin}\n\n{Heading}{table}\n{text[end..]}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{_path} cannot be written: {e.Message}");
        }
    }

    private Row? Find(Figure figure) => _rows.Find(row => row.Name == figure.Name);

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>Three digits, as figures of the field are given: ".667".</summary>
    public static string Digits(double? value) => value is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    private sealed record Row(string Set, string Measure, double Value, double? Target, string Line)
    {
        public string Name => $"{Set} {Measure}";

        public static Row Of(Figure figure, double? target) => new(
            figure.Set, figure.Measure, figure.Value, target, string.Create(
                CultureInfo.InvariantCulture,
                $"| {figure.Set} | {figure.Measure} | {figure.Of:N0} | {Digits(figure.Value)} "
                + $"| {Digits(figure.TunedOn)} | {Digits(figure.PutAside)} | {(target is null ? "" : Digits(target))} |"));

        public static Row? TryRead(string line)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            return cells.Length == 9 && Number(cells[4]) is { } value ? new Row(cells[1], cells[2], value, Number(cells[7]), line) : null;
        }

        private static double? Number(string cell) =>
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
