namespace Bot.Times;

internal static class WesternTimeWords
{
    public const string German = """
        Every 1 jeden jede jedes jeder
        Adverb 11 jährlich
        Adverb 4 täglich
        Unit 8 quartal quartals
        Unit 10 halbjahr halbjahres
        OrdinalEnding 2 er
        Of 1 des
        Ordinal 1 erste ersten erster erstes
        Ordinal 2 zweite zweiten zweiter zweites
        Ordinal 3 dritte dritten dritter drittes
        Ordinal 4 vierte vierten vierter viertes
        Auxiliary 2 hat
        PastVerb 1 starb starben wurde gewann verließ unterzeichnete besuchte berichtete endete führte
        Month 1 januar jänner jan januars
        Month 2 februar feber feb
        Month 3 märz mrz
        Month 4 april apr
        Month 5 mai
        Month 6 juni jun
        Month 7 juli jul
        Month 8 august aug
        Month 9 september sept sep
        Month 10 oktober okt
        Month 11 november nov
        Month 12 dezember dez
        Weekday 1 montag montags montagabend
        Weekday 2 dienstag dienstags dienstagabend
        Weekday 3 mittwoch mittwochs mittwochabend
        Weekday 4 donnerstag donnerstags donnerstagabend
        Weekday 5 freitag freitags freitagabend
        Weekday 6 samstag sonnabend samstags samstagabend
        Weekday 7 sonntag sonntags sonntagabend
        Plural 1 montags dienstags mittwochs donnerstags freitags samstags sonntags
        Season 1 frühling frühjahr frühlings
        Season 2 sommer sommers
        Season 3 herbst herbstes
        Season 4 winter winters
        Unit 1 sekunde sekunden
        Unit 2 minute minuten
        Unit 3 stunde stunden
        Unit 4 tag tage tagen tages
        Unit 5 wochenende
        Unit 6 woche wochen
        Unit 7 monat monate monaten monats
        Unit 11 jahr jahre jahren jahres
        Unit 12 jahrzehnt jahrzehnte jahrzehnten
        Unit 13 jahrhundert jahrhunderts jahrhunderte
        Plural 1 sekunden minuten stunden tage tagen wochen monate monaten jahre jahren jahrzehnte jahrzehnten
        YearWord 1 jahr jahre jahres
        Cardinal 1 ein eine einem einen einer
        Cardinal 2 zwei
        Cardinal 3 drei
        Cardinal 4 vier
        Cardinal 5 fünf
        Cardinal 6 sechs
        Cardinal 7 sieben
        Cardinal 8 acht
        Cardinal 9 neun
        Cardinal 10 zehn
        Cardinal 11 elf
        Cardinal 12 zwölf
        Several 1 mehrere mehreren einige einigen
        Day 10 heute
        Day 9 gestern
        Day 11 morgen
        Day 8 vorgestern
        Day 12 übermorgen
        Relation 1 letzte letzten letzter letztes vergangene vergangenen vergangenes vorige vorigen voriges
        Relation 2 diese diesen dieser dieses diesem
        Relation 3 nächste nächsten nächster nächstes kommende kommenden kommendes
        DayPart 1 vormittag
        DayPart 2 nachmittag
        DayPart 3 abend
        DayPart 4 nacht
        Edge 1 anfang
        Edge 2 mitte
        Edge 3 ende
        Shift 4 vor
        Vague 1 jetzt derzeit
        Vague 2 kürzlich neulich
        Vague 3 bald
        Preposition 1 in im am um von vom zu zum bei nach vor ab des der
        Preposition 2 seit
        Preposition 3 bis
        Auxiliary 1 sein haben hat ist sind nicht auch
        Auxiliary 2 war waren hatte hatten wurde wurden
        Auxiliary 3 wird werden soll sollen will könnte
        PastVerb 1 sagte erklärte traf begann kam ging teilte
        Plan 1 geplant
        RangeWord 1 bis
        RangeWord 2 und
        Counted 1 menschen euro dollar soldaten kilometer meter personen einwohner tonnen prozent mann frauen kinder km
        Numbered 1 boeing airbus flug resolution artikel nummer nr

        """;

    public const string French = """
        Every 1 chaque
        Weekday 1 lundis
        Weekday 2 mardis
        Weekday 3 mercredis
        Weekday 4 jeudis
        Weekday 5 vendredis
        Weekday 6 samedis
        Weekday 7 dimanches
        Plural 1 lundis mardis mercredis jeudis vendredis samedis dimanches
        Unit 8 trimestre trimestres
        Unit 10 semestre semestres
        Season 2 été
        DayPart 1 matin matinée
        DayPart 3 soir soirée
        DayPart 4 nuit
        Opener 1 avant après
        Opener 40 quarante
        Opener 50 cinquante
        Opener 60 soixante
        Ordinal 1 premier première
        Ordinal 2 deuxième second seconde
        Ordinal 3 troisième
        Ordinal 4 quatrième
        PastVerb 1 ont est sont fut furent mort morte arrivé parti commencé annoncé
        Auxiliary 3 aura auront devraient
        Month 1 janvier janv
        Month 2 février fevrier févr
        Month 3 mars
        Month 4 avril avr
        Month 5 mai
        Month 6 juin
        Month 7 juillet juil
        Month 8 août aout
        Month 9 septembre sept
        Month 10 octobre oct
        Month 11 novembre nov
        Month 12 décembre decembre déc
        Weekday 1 lundi
        Weekday 2 mardi
        Weekday 3 mercredi
        Weekday 4 jeudi
        Weekday 5 vendredi
        Weekday 6 samedi
        Weekday 7 dimanche
        Season 1 printemps
        Season 3 automne
        Season 4 hiver
        Unit 1 secondes
        Unit 2 minute minutes
        Unit 3 heure heures
        Unit 4 jour jours
        Unit 6 semaine semaines
        Unit 7 mois
        Unit 11 an ans année années
        Unit 12 décennie décennies
        Unit 13 siècle siècles
        Plural 1 secondes minutes heures jours semaines ans années décennies siècles
        YearWord 1 année an
        Cardinal 1 un une
        Cardinal 2 deux
        Cardinal 3 trois
        Cardinal 4 quatre
        Cardinal 5 cinq
        Cardinal 6 six
        Cardinal 7 sept
        Cardinal 8 huit
        Cardinal 9 neuf
        Cardinal 10 dix
        Several 1 plusieurs quelques
        OrdinalEnding 1 er
        Day 10 aujourd
        Day 9 hier
        Day 11 demain
        Relation 1 dernier dernière derniers dernières passé passée
        Relation 2 ce cette cet
        Relation 3 prochain prochaine prochains prochaines
        Edge 1 début
        Edge 2 mi
        Edge 3 fin
        Of 1 de du d
        Shift 4 il
        Shift 5 dans
        Vague 1 maintenant actuellement désormais
        Vague 2 récemment
        Vague 3 bientôt
        Preposition 1 en à au le la les dans pendant dès vers avant après l
        Preposition 2 depuis
        Auxiliary 3 sera seront va vont devrait
        PastVerb 1 était étaient avait déclaré a
        Plan 1 prévu prévue
        RangeWord 1 au à
        RangeWord 2 et
        Counted 1 personnes euros dollars soldats kilomètres mètres habitants tonnes hommes femmes enfants km
        Numbered 1 boeing airbus vol résolution article numéro

        """;

    public const string Spanish = """
        Every 1 cada todos
        Relation 1 últimos últimas
        Relation 3 próximos próximas
        Unit 8 trimestre trimestres
        Unit 10 semestre semestres
        Day 11 mañana
        Day 9 anoche
        DayPart 4 anoche
        Opener 40 cuarenta
        Opener 50 cincuenta
        Opener 60 sesenta
        Opener 70 setenta
        Opener 80 ochenta
        Opener 90 noventa
        Ordinal 1 primer primero primera
        Ordinal 2 segundo segunda
        Ordinal 3 tercer tercero tercera
        Ordinal 4 cuarto cuarta
        PastVerb 1 ha han murió murieron llegó empezó empezaron ganó firmó declaró informó
        Auxiliary 3 tendrá tendrán celebrará
        Month 1 enero ene
        Month 2 febrero
        Month 3 marzo
        Month 4 abril abr
        Month 5 mayo
        Month 6 junio
        Month 7 julio
        Month 8 agosto
        Month 9 septiembre setiembre sept
        Month 10 octubre
        Month 11 noviembre
        Month 12 diciembre dic
        Weekday 1 lunes
        Weekday 2 martes
        Weekday 3 miércoles
        Weekday 4 jueves
        Weekday 5 viernes
        Weekday 6 sábado
        Weekday 7 domingo
        Season 1 primavera
        Season 2 verano
        Season 3 otoño
        Season 4 invierno
        Unit 2 minuto minutos
        Unit 3 hora horas
        Unit 4 día días
        Unit 6 semana semanas
        Unit 7 mes meses
        Unit 11 año años
        Unit 12 década décadas
        Unit 13 siglo siglos
        Plural 1 minutos horas días semanas meses años décadas siglos
        YearWord 1 año
        Cardinal 1 un una
        Cardinal 2 dos
        Cardinal 3 tres
        Cardinal 4 cuatro
        Cardinal 5 cinco
        Cardinal 6 seis
        Cardinal 7 siete
        Cardinal 8 ocho
        Cardinal 9 nueve
        Cardinal 10 diez
        Several 1 varios varias algunos algunas unos unas
        Day 10 hoy
        Day 9 ayer
        Day 8 anteayer
        Relation 1 pasado pasada último última
        Relation 2 este esta
        Relation 3 próximo próxima
        Edge 1 principios comienzos
        Edge 2 mediados
        Edge 3 finales fines
        Of 1 de del
        Shift 4 hace
        Shift 5 dentro
        Vague 1 ahora actualmente
        Vague 2 recientemente
        Vague 3 pronto
        Preposition 1 en a al el la los las durante entre hacia tras
        Preposition 2 desde
        Preposition 3 hasta
        Auxiliary 3 será serán va van
        PastVerb 1 dijo fue era fueron estaba anunció
        Plan 1 previsto prevista
        RangeWord 1 a al hasta
        RangeWord 2 y
        Counted 1 personas euros dólares soldados kilómetros metros habitantes toneladas hombres mujeres niños km
        Numbered 1 boeing airbus vuelo resolución artículo número

        """;
}
