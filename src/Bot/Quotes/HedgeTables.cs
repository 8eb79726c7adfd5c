namespace Bot.Quotes;

/// <summary>
/// Cues that a claim is uncertain, reported, denied or yet to come, one kind a line, phrases set apart by "|". The English ones
/// follow the cue lists of the CoNLL-2010 shared task (Farkas et al. 2010), cut down to those that are cues in most news sentences.
/// </summary>
internal static class HedgeTables
{
    public const string English = """
        Hedged: could | may | might | would | maybe | perhaps | possibly | probably | likely | unlikely | apparently | presumably
        Hedged: potential | potentially | supposedly | seemingly | arguably | so-called | is possible | are possible | it is possible
        Hedged: it was possible | is it possible | seem to | seems to | seemed to | appears to | appear to | appeared to | it seems | it appears
        Hedged: expected to | is believed | are believed | was believed | were believed | believed to | thought to | suspected | unclear
        Hedged: unconfirmed | uncertain | rumoured | rumored | rumours | rumors | presumed | tentative | tentatively | in theory
        Reported: according to | citing | reportedly | allegedly | purportedly | reported by | reported that | reports that | reported
        Reported: said that | said | says | told | claims that | claimed that | claimed | claims | alleged | alleges
        Reported: stated that | stated | announced that | announced | argued that | argues that | arguing that | insisted that | insisted
        Reported: explained that | explained | in the words of | is said to | are said to | was said to | were said to | quoted as saying
        Reported: added that | adding that | warned that | saying | saying that | reports suggest | has urged | urged | testified that
        Denied: denied | denies | deny | denying | denial | denials | rejected | ruled out | rules out | refuted | refutes | not true | is not true | was not true | untrue | is false | was false
        Denied: no longer | no evidence | no plans | no proof | there is no | there was no | there are no | there were no | no one | nobody
        Denied: did not | does not | do not | is not | are not | was not | were not | has not | have not | had not | will not | would not
        Denied: could not | cannot | can not | maybe not | never | neither | without evidence
        Denied: didn't | don't | doesn't | isn't | aren't | wasn't | weren't | hasn't | haven't | hadn't | won't | wouldn't | couldn't | can't
        Planned: will | shall | were to be | was to be | is to be | are to be | were to meet | was to meet | is to meet | are to meet
        Planned: were to take place | was to take place | is to take place | are to take place | were to begin | was to begin | is to begin
        Planned: is due to | are due to | was due to | were due to | due to begin | due to start | due to meet | due to take place
        Planned: plan to | plans to | planned to | planning to | plans for | planned for | intends to | intend to | intended to
        Planned: scheduled | is going to | are going to | was going to | were going to | set to | is set to | are set to | aims to | vowed to
        Planned: pledged to | promised to | slated
        """;

    public const string Russian = """
        Hedged: может | могут | мог бы | могли бы | возможно | вероятно | наверное | похоже | якобы | предположительно | так называемый
        Hedged: так называемого | так называемой | так называемые | по всей видимости | ожидается
        Reported: по словам | по данным | согласно | со ссылкой на | сообщил | сообщила | сообщили | сообщает | заявил | заявила | заявили
        Reported: сказал | сказала | сказали | утверждает | утверждают | по мнению
        Denied: опроверг | опровергла | опровергли | отрицает | отрицают | отрицал | не соответствует действительности | больше не | нет доказательств
        Planned: будет | будут | планирует | планируют | планируется | намерен | намерена | намерены | запланирован | запланирована | запланированы | собирается
        """;

    public const string Ukrainian = """
        Hedged: може | можуть | міг би | могли б | можливо | ймовірно | мабуть | схоже | нібито | імовірно | так званий | очікується
        Reported: за словами | за даними | згідно | з посиланням на | повідомив | повідомила | повідомили | повідомляє | заявив | заявила
        Reported: заявили | сказав | сказала | стверджує | стверджують | на думку
        Denied: спростував | спростувала | спростували | заперечує | заперечують | не відповідає дійсності | більше не | немає доказів
        Planned: буде | будуть | планує | планують | планується | має намір | мають намір | заплановано | заплановані | збирається
        """;

    public const string German = """
        Hedged: könnte | könnten | möglicherweise | vielleicht | vermutlich | wahrscheinlich | wohl | angeblich | mutmaßlich | sogenannte
        Hedged: sogenannten | offenbar | dürfte | dürften | ist möglich
        Reported: laut | zufolge | nach angaben | sagte | sagten | erklärte | erklärten | teilte mit | berichtete | berichteten | hieß es | behauptete
        Denied: bestritt | bestreitet | dementierte | dementiert | wies zurück | nicht wahr | nicht mehr | keine beweise | kein beweis
        Planned: wird | werden | soll | sollen | plant | planen | geplant | beabsichtigt | vorgesehen | will | wollen
        """;

    public const string French = """
        Hedged: pourrait | pourraient | peut-être | probablement | vraisemblablement | sans doute | apparemment | serait | seraient | aurait
        Hedged: auraient | soi-disant | présumé | présumée | est possible | semble | semblent
        Reported: selon | d'après | a déclaré | a affirmé | a dit | a annoncé | a expliqué | affirme | citant | aux dires de
        Denied: a démenti | dément | démentent | nie | nient | a nié | pas vrai | n'est plus | aucune preuve
        Planned: doit | doivent | devrait | devraient | prévoit de | prévu | prévue | prévus | compte | va être | sera | seront | aura lieu | auront lieu
        """;

    public const string Spanish = """
        Hedged: podría | podrían | quizás | quizá | tal vez | probablemente | posiblemente | supuestamente | supuesto | supuesta | presunto
        Hedged: presunta | al parecer | es posible | parece | parecen | así llamado | llamado
        Reported: según | de acuerdo con | dijo | dijeron | afirmó | afirmaron | declaró | declararon | aseguró | citando | señaló
        Denied: negó | niega | negaron | niegan | desmintió | desmiente | no es cierto | ya no | no hay pruebas
        Planned: va a | van a | planea | planean | tiene previsto | tienen previsto | previsto | prevista | será | serán | tendrá lugar | tendrán lugar
        """;
}
