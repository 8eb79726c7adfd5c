namespace Bot.Quotes;

/// <summary>
/// Each line: what its words can do (names of <see cref="SpeechWord"/>), and the words in all forms that news use.
/// English verbs are those of attribution in news after Bergler (1992), with their forms.
/// </summary>
internal static class SpeechTables
{
    public const string English = """
        Plainly Says: say says said
        Says: claim claimed claims admit admits admitted insist insists insisted allege alleges alleged
        Says: declare declares declared add adds added explain explains explained argue argues argued
        Says: assert asserts asserted state stated states report reported reports reiterate reiterates reiterated write writes wrote
        Says: warn warns warned confirm confirms confirmed predict predicts predicted estimate estimates estimated
        Utters SaysThat: tweet tweets tweeted
        Says: quip quipped testify testified testifies vow vows vowed
        Says: believe believes believed think thinks thought feel feels felt maintain maintains maintained contend contends contended
        Says: stress stresses stressed acknowledge acknowledges acknowledged conclude concludes concluded note notes noted
        Says: suggest suggests suggested complain complained complains fear fears feared hope hopes hoped speculate speculates speculated
        Says: reason reasoned proclaim proclaims proclaimed caution cautions cautioned affirm affirms affirmed
        Utters SaysThat: announce announces announced reply replies replied respond responds responded comment commented comments remark remarked
        Utters SaysThat: concede concedes conceded deny denies denied joke joked recall recalled recalls emphasize emphasizes emphasized
        Utters SaysThat: emphasise emphasises emphasised ask asks asked exclaim exclaimed continue continued observe observes observed
        Utters SaysThat: boast boasted lament lamented counter countered muse mused swear swears swore opine opined urge urges urged
        Utters SaysThat: propose proposes proposed shout shouted whisper whispered yell yelled cry cried answer answered answers posit posits
        Utters SaysThat: put puts assumes stipulate stipulates stipulated describe describes described interject interjected retort retorted
        SaysThat: show shows showed shown reveal reveals revealed indicate indicates indicated find finds found know knows knew
        SaysThat: learn learns learned discover discovered mean means meant expect expects expected agree agrees agreed
        SaysThat: accept accepts accepted recognize recognizes recognized recognise recognised understand understands understood
        SaysThat: realize realizes realized realise realised remember remembers remembered demonstrate demonstrates demonstrated
        SaysThat: decide decides decided rule rules ruled hold holds held imply implies implied see sees saw hear hears heard
        SaysThat: assume assumes assumed doubt doubts doubted promise promises promised pledge pledges pledged threaten threatened
        SaysThat: demand demands demanded request requested recommend recommends recommended signal signals signaled signalled
        SaysThat: hypothesize hypothesizes hypothesized theorize theorized prove proves proved ensure worry worries worried
        SaysThat: disclose disclosed discloses point points pointed wonder wonders wondered determine determined determines
        SaysThat: hint hints hinted imagine imagines imagined notice noticed anticipate anticipates anticipated forecast forecasts
        Utters SaysThat: clarify clarifies clarified reaffirm reaffirms reaffirmed underline underlines underlined underscore underscored
        SaysThat: highlight highlights highlighted repeat repeats repeated foresee foresees calculate calculated verify verified
        SaysThat: consider considers considered lied teach teaches taught certify certified guess guessed
        SaysThat Adjective: sure certain confident concerned aware afraid convinced optimistic adamant hopeful worried
        Accuses: accuse accuses accused blame blames blamed
        Accuses Participle: accusing blaming
        Calls: call calls called
        Calls Participle: calling
        Says Participle: saying adding claiming arguing insisting alleging declaring announcing explaining replying asserting stating
        Says Participle: reporting writing warning confirming stressing noting suggesting believing maintaining
        Says Participle: concluding acknowledging admitting contending estimating
        SaysThat Participle: asking denying commenting emphasizing emphasising describing
        SaysThat Participle: showing revealing indicating finding knowing meaning expecting promising demanding proposing recommending
        Tells Says: tell tells told
        Tells SaysThat: assure assures assured inform informs informed remind reminds reminded convince convinced convinces
        Tells SaysThat: notify notified persuade persuaded
        Tells Says Participle: telling
        Tells SaysThat Participle: informing assuring reminding
        Directs: urge urges urged warn warns warned
        Directs Participle: urging warning
        NounToo: claim claims report reports state states note notes comment comments hope hopes fear fears stress stresses reason demand demands
        NounToo: request signal signals rule rules promise promises pledge pledges doubt answer answers estimate estimates thought
        NounToo: repeat forecast forecasts guess notice blame highlight highlights
        NounToo: caution worry worries point points ruling finding findings meaning warning writing reporting tweet tweets cry
        NounToo: joke remark show shows find hold call calls means recommends felt found held feeling being reply replies
        Claim: conclusion reminder belief view opinion conviction hope fear claim assertion argument statement allegation accusation
        Claim: suggestion warning announcement assumption assurance prediction concern promise pledge demand
        Their: his her their its
        According: according words
        Opener: that whether how why if what
        LeftOut: that
        Auxiliary: has have had did does do would could will may might can should must having
        Be: is are was were be been being
        Adverb: also later then further again already earlier recently now still even however repeatedly publicly reportedly
        Adverb: previously famously mistakenly clearly simply only just both all themselves himself herself itself once often always not never
        Adverb: instead therefore thus indeed first soon meanwhile nonetheless nevertheless consequently moreover furthermore
        Adverb: finally quickly subsequently initially explicitly jokingly angrily bluntly openly privately
        Singular: he she he'd he's he'll she'd she's she'll
        Plural: they them it they'd they've they'll they're it's
        FirstPerson: i we you me us i'll i'd i've i'm we'll we'd we've we're you'll you'd you've you're
        Relative: who which
        Conjunction: and but or
        Subordinator: because when while as although though after before since unless until so where than like if
        Preposition: of for in on at from with by to into about over under during against between among through without within near
        Determiner: the a an this that these those his her its their our my your some any no every each several two three many
        Article: the a an its their our my your no every these those
        Infinitive: to
        Negation Auxiliary: don't doesn't didn't won't wouldn't can't couldn't cannot hasn't haven't hadn't shouldn't isn't aren't wasn't
        Negation: not never no neither nor nobody none
        Agent: by
        Time: monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow
        Demonstrative: this that
        """;

    public const string Russian = """
        Says: сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили сообщает сообщают заявляет говорит говорят
        Says: отметил отметила отметили подчеркнул подчеркнула подчеркнули добавил добавила добавили объяснил объяснила объяснили
        Says: пояснил пояснила утверждает утверждают утверждал утверждала написал написала пишет ответил ответила считает считают
        Says: уверен полагает признал признала предупредил предупредила рассказал рассказала рассказали напомнил напомнила подтвердил
        Says: подтвердила опроверг спросил спросила констатировал указал указала думает говорил говорила говорили
        Directs: призвал призвала призвали
        Participle Says: заявив сказав добавив отметив подчеркнув утверждая сообщив пояснив
        According: согласно словам данным мнению
        Opener: что будто
        LeftOut: что
        Be: был была было были
        Adverb: также ранее потом затем снова уже позже вновь ещё еще не
        Negation: не
        Singular: он она
        Plural: они оно
        FirstPerson: я мы вы ты
        Relative: который которая которые кто
        Conjunction: и но а или
        Subordinator: когда если потому поскольку как пока хотя
        Preposition: в на с о об от из за для по при к у во со до под над
        Determiner: этот эта это эти его её ее их наш мой свой
        Time: понедельник вторник среду четверг пятницу субботу воскресенье вчера сегодня завтра
        Demonstrative: это
        """;

    public const string Ukrainian = """
        Says: сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили повідомляє повідомляють заявляє каже кажуть
        Says: зазначив зазначила зазначили підкреслив підкреслила наголосив наголосила додав додала додали пояснив пояснила стверджує
        Says: стверджують написав написала пише відповів відповіла вважає вважають визнав визнала попередив попередила розповів
        Says: розповіла нагадав нагадала підтвердив підтвердила спростував запитав запитала думає говорив говорила
        Directs: закликав закликала закликали
        Participle Says: заявивши сказавши додавши зазначивши стверджуючи
        According: згідно словами даними думку
        Opener: що ніби
        LeftOut: що
        Be: був була було були
        Adverb: також раніше потім знову вже пізніше ще не
        Negation: не
        Singular: він вона
        Plural: вони воно
        FirstPerson: я ми ви ти
        Relative: який яка які хто
        Conjunction: і й та але а або
        Subordinator: коли якщо бо оскільки як поки хоча
        Preposition: в у на з із зі про від для по при до за під над о об
        Determiner: цей ця це ці його її їх наш мій свій
        Time: понеділок вівторок середу четвер п'ятницю суботу неділю вчора сьогодні завтра
        Demonstrative: це
        """;

    public const string German = """
        Says: sagte sagten sagt sagen erklärte erklärten erklärt betonte betonten betont meinte meinten meint berichtete berichteten
        Says: berichtet behauptete behaupteten behauptet warnte warnten warnt teilte teilten fügte ergänzte schrieb schrieben schreibt
        Says: antwortete äußerte kündigte bestätigte bestätigten bestritt bekräftigte hob unterstrich forderte gesagt mitgeteilt glaubt
        Says: fragte räumte erläuterte verkündete kritisierte versicherte
        Directs: forderte
        According: laut angaben
        Opener: dass daß ob wie
        LeftOut: dass daß
        Auxiliary: hat habe haben hatte hatten
        Be: ist sind war waren wurde wurden
        Adverb: auch später dann zudem bereits zuvor weiter nicht hinzu mit an
        Negation: nicht
        Singular: er sie
        Plural: es
        FirstPerson: ich wir ihr
        Conjunction: und aber oder
        Subordinator: weil wenn als während obwohl da
        Preposition: in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen um
        Determiner: der die das den dem des ein eine einen einem einer dieser diese dieses sein seine ihr ihre
        Agent: von
        Time: montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen
        """;

    public const string French = """
        Says: dit disent affirme affirment déclare déclarent déclaré affirmé expliqué explique ajouté ajoute souligné souligne assuré assure
        Says: indiqué indique estimé estime annoncé annonce précisé précise répondu répond écrit rapporté rapporte confirmé confirme
        Says: soutient soutenu averti prévenu reconnu lancé insisté insiste rappelé rappelle tweeté demandé conclu noté prétend
        Directs: exhorté appelé
        Participle Says: affirmant expliquant ajoutant soulignant assurant indiquant estimant déclarant précisant
        According: selon d'après
        Opener: que qu qu'il qu'elle qu'ils qu'elles qu'on qu'un qu'une qu'en qu'aucun qu'aucune qu'à
        LeftOut: que qu
        Auxiliary: a ont avait avaient
        Be: est sont était été
        Adverb: aussi également encore ensuite déjà pas n'a ainsi notamment
        Negation: pas n'a
        Singular: il elle a-t-il a-t-elle t-il t-elle dit-il dit-elle
        Plural: ils elles ont-ils ont-elles on
        FirstPerson: je nous vous j
        Relative: qui
        Conjunction: et mais ou
        Subordinator: parce quand lorsque comme si puisque
        Preposition: de du des d à au aux en dans sur pour par avec chez sous vers
        Determiner: le la les un une l ce cette ces son sa ses leur
        Agent: par
        Time: lundi mardi mercredi jeudi vendredi samedi dimanche hier demain
        """;

    public const string Spanish = """
        Says: dijo dijeron dice dicen afirmó afirmaron afirma declaró declararon explicó explicaron añadió agregó señaló señalaron
        Says: aseguró aseguraron anunció anunciaron indicó indicaron sostuvo sostiene advirtió reconoció manifestó destacó subrayó
        Says: escribió respondió confirmó confirmaron informó informaron comentó insistió recordó preguntó negó dicho declarado afirmado
        Says: asegurado explicado cree considera admitió
        Directs: instó pidió
        Participle Says: diciendo afirmando añadiendo asegurando señalando
        According: según
        Opener: que si
        LeftOut: que
        Auxiliary: ha han había habían
        Be: es son fue fueron era sido
        Adverb: también además después ya luego ayer aún no
        Negation: no
        Singular: él ella
        Plural: ellos ellas
        FirstPerson: yo nosotros usted ustedes
        Relative: quien quienes
        Conjunction: y e pero o
        Subordinator: porque cuando como mientras aunque
        Preposition: de del a al en con por para sobre entre sin desde hasta
        Determiner: el la los las un una este esta estos su sus
        Agent: por
        Time: lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana
        """;
}
