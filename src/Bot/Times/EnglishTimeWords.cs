namespace Bot.Times;

internal static class EnglishTimeWords
{
    public const string Table = """
        Month 1 january jan
        Month 2 february feb febr
        Month 3 march mar
        Month 4 april apr
        Month 5 may
        Month 6 june jun
        Month 7 july jul
        Month 8 august aug
        Month 9 september sept sep
        Month 10 october oct
        Month 11 november nov
        Month 12 december dec
        Weekday 1 monday mon mondays
        Weekday 2 tuesday tue tues tuesdays
        Weekday 3 wednesday wed weds wednesdays
        Weekday 4 thursday thu thur thurs thursdays
        Weekday 5 friday fri fridays
        Weekday 6 saturday sat saturdays
        Weekday 7 sunday sun sundays
        Plural 1 mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends
        Opener 2 beginning start outset
        Opener 3 middle
        Opener 4 end close
        Opener 40 forties
        Opener 50 fifties
        Opener 60 sixties
        Opener 70 seventies
        Opener 80 eighties
        Opener 90 nineties
        Season 1 spring springtime
        Season 2 summer summertime
        Season 3 autumn fall
        Season 4 winter wintertime
        Unit 1 second seconds sec secs
        Unit 2 minute minutes min mins
        Unit 3 hour hours hr hrs
        Unit 4 day days
        Unit 5 weekend weekends
        Unit 6 week weeks
        Unit 7 month months
        Unit 8 quarter quarters
        Unit 11 year years yr yrs
        Unit 12 decade decades
        Unit 13 century centuries
        Unit 14 millennium millennia
        Plural 1 seconds secs minutes mins hours hrs days weeks months quarters years yrs decades centuries millennia
        Cardinal 1 one
        Cardinal 2 two
        Cardinal 3 three
        Cardinal 4 four
        Cardinal 5 five
        Cardinal 6 six
        Cardinal 7 seven
        Cardinal 8 eight
        Cardinal 9 nine
        Cardinal 10 ten
        Cardinal 11 eleven
        Cardinal 12 twelve
        Cardinal 13 thirteen
        Cardinal 14 fourteen
        Cardinal 15 fifteen
        Cardinal 16 sixteen
        Cardinal 17 seventeen
        Cardinal 18 eighteen
        Cardinal 19 nineteen
        Cardinal 20 twenty
        Cardinal 30 thirty
        Cardinal 40 forty
        Cardinal 50 fifty
        Cardinal 60 sixty
        Cardinal 70 seventy
        Cardinal 80 eighty
        Cardinal 90 ninety
        Cardinal 100 hundred
        Cardinal 200 thousand
        Half 1 half
        Opener 1 little bit near distant foreseeable future present at recent once twice more right
        Opener 1 q fy fiscal financial academic school tax boxing new valentine may armistice bastille st orthodox turn these ad
        Opener 20 occurs occur usually typically normally traditionally annually
        Opener 5 christmas halloween clock
        Several 1 several few many some numerous countless couple multiple dozen dozens
        Ordinal 1 first
        Ordinal 2 second
        Ordinal 3 third
        Ordinal 4 fourth
        Ordinal 5 fifth
        Ordinal 6 sixth
        Ordinal 7 seventh
        Ordinal 8 eighth
        Ordinal 9 ninth
        Ordinal 10 tenth
        Ordinal 11 eleventh
        Ordinal 12 twelfth
        Ordinal 13 thirteenth
        Ordinal 14 fourteenth
        Ordinal 15 fifteenth
        Ordinal 16 sixteenth
        Ordinal 17 seventeenth
        Ordinal 18 eighteenth
        Ordinal 19 nineteenth
        Ordinal 20 twentieth
        OrdinalEnding 1 st nd rd th
        DayPart 1 morning mornings
        DayPart 2 afternoon afternoons
        DayPart 3 evening evenings
        DayPart 4 night nights tonight
        DayPart 5 noon midday
        DayPart 6 midnight
        Day 10 today tonight
        Day 9 yesterday
        Day 11 tomorrow
        Relation 1 last
        Relation 2 this current
        Relation 3 next upcoming
        Relation 4 past
        Relation 5 coming
        Relation 6 following subsequent
        Relation 7 previous preceding prior
        Relation 8 that same
        Edge 1 early
        Edge 2 mid
        Edge 3 late
        Article 1 the
        Article 2 a an
        Of 1 of
        YearWord 1 year
        Every 1 every each
        Adverb 3 hourly
        Adverb 4 daily nightly
        Adverb 6 weekly
        Adverb 7 monthly
        Adverb 8 quarterly
        Adverb 11 annually yearly
        Shift 1 ago
        Shift 2 earlier before
        Shift 3 later afterwards
        Vague 1 now nowadays currently
        Vague 2 recently lately
        Vague 3 soon
        Preposition 1 in on at during from of by for around through between within throughout
        Preposition 2 since
        Preposition 3 until till by
        Auxiliary 1 be been being to not also only never ever still already have has is are am 's first now further
        Auxiliary 2 was were had did
        Auxiliary 3 will shall ll would could may might going must should
        PastVerb 1 said told went began held met made took came left saw became got gave found won lost fell rose led built
        PastVerb 1 brought bought sent spent wrote spoke ran kept knew thought felt broke hit struck shot cut put sold born heard
        PastVerb 1 grew fought caught drew drove flew threw chose stood sat understood withdrew swore paid laid read
        Plan 1 expires begins starts
        Plan 2 agreed decided vowed pledged promised threatened refused offered wanted hoped intended
        Plan 1 scheduled expected due planned plans plan set slated expects intends hopes wants upcoming hoping planning tomorrow
        RangeWord 1 to through until till
        RangeWord 2 and or
        Around 1 about around nearly almost roughly approximately some over under circa ca
        Title 1 mr mrs ms miss dr sir lord lady president minister prime secretary senator chancellor general judge captain sergeant
        Title 1 prof professor governor mayor king queen prince princess chairman chief detective theresa
        Counted 1 people men women children troops soldiers km kilometers kilometres miles meters metres feet dollars euros pounds
        Counted 1 tons tonnes barrels percent police officers homes houses jobs seats votes points protesters workers students
        Counted 1 employees members families residents pages words copies kg hectares acres mw watts degrees rubles roubles
        Counted 1 civilians refugees migrants prisoners passengers vehicles tanks missiles rounds others square sq cc hp
        Numbered 1 boeing airbus flight resolution room route highway article section chapter page no number windows
        Numbered 1 psalm channel model unit brigade regiment level series version class apollo rs ps usd us gbp eur
        """;
}
