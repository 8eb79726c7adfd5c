using System.Collections.Frozen;
using System.Globalization;

namespace Bot.Briefings.Reading;

/// <summary>What the months are called in a written date, in the languages that briefings mostly come in.</summary>
internal static class MonthNames
{
    /// <summary>One line a language, one column a month; '/' stands between forms of one month.</summary>
    private static readonly string[] Tables =
    [
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
        "января/янв февраля/фев/февр марта/мар апреля/апр мая июня/июн июля/июл августа/авг сентября/сен/сент октября/окт ноября/ноя декабря/дек",
        "січня/січ лютого/лют березня/бер квітня/квіт травня/трав червня/черв липня/лип серпня/серп вересня/вер жовтня/жовт листопада грудня/груд",
        "januar/jänner februar/feber märz/mär april mai juni juli august september oktober/okt november dezember/dez",
        "janvier/janv février/févr/fevrier mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc/decembre",
        "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
        "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre",
        "janeiro fevereiro/fev março/marco abril maio junho julho agosto setembro outubro/out novembro dezembro",
        "januari februari maart/mrt april mei juni juli augustus september oktober november december",
        "stycznia/sty lutego/lut marca kwietnia/kwi maja czerwca/cze lipca sierpnia/sie września/wrz października/paź listopada grudnia/gru",
    ];

    private static readonly FrozenDictionary<string, string> Numbers = Read();

    /// <summary>"1" to "12"; null when it is no month's name, or that of different months in different languages ("lip").</summary>
    public static string? Number(string name) => Numbers.GetValueOrDefault(name.ToLowerInvariant());

    private static FrozenDictionary<string, string> Read()
    {
        var months =
            from table in Tables
            from month in table.Split(' ').Index()
            from name in month.Item.Split('/')
            select (Name: name, Number: (month.Index + 1).ToString(CultureInfo.InvariantCulture));
        return months.Distinct().GroupBy(month => month.Name).Where(same => same.Count() == 1)
            .ToFrozenDictionary(month => month.Key, month => month.Single().Number);
    }
}
