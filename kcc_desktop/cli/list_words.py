"""What `kcc-desktop import` says about a town's own lists, in Dutch and English: columns, refusals, what was done."""

WORDS: dict[str, tuple[str, str]] = {
    "help.look": ("Laat zien wat er zou veranderen, en verander niets", "Show what would change, and change nothing"),
    "help.locations": ("Locaties waar inwoners komen (CSV)", "Locations where citizens come (CSV)"),
    "help.hours": ("Openingstijden en bezetting van balies (CSV)", "Opening hours and staffing of counters (CSV)"),
    "help.counters": ("Balies en wat ze kunnen (CSV)", "Counters and what they can do (CSV)"),
    "help.closures": ("Sluitingen en feestdagen (CSV)", "Closures and holidays (CSV)"),
    "help.product-facts": ("Producten en wat een afspraak nodig heeft (CSV)", "Products and their appointments (CSV)"),
    "help.fees": ("Leges per jaar en kanaal (CSV)", "Fees per year and channel (CSV)"),
    "help.queues": ("Wachtrijen van het werk (CSV)", "Queues of work (CSV)"),
    "help.workers": ("Medewerkers die op pad gaan (CSV)", "Those who go out (CSV)"),
    "help.worker-hours": ("Wanneer zij werken (CSV)", "When they work (CSV)"),
    "help.texts": ("Teksten voor inwoners (CSV)", "Texts to citizens (CSV)"),
    "format.lists": (
        "CSV in UTF-8 of Windows-1252, met puntkomma of komma; de kolommen in het Nederlands of Engels, in elke\n"
        "volgorde. Een regel die niet klopt wordt genoemd en overgeslagen; de andere komen binnen. Wat het bestand\n"
        "niet noemt, blijft. Niets wordt verwijderd: zet in_gebruik op nee.",
        "CSV in UTF-8 or Windows-1252, with semicolons or commas; the columns in Dutch or English, in any order.\n"
        "A line that is wrong is named and left out; the others come in. What the file does not name stays.\n"
        "Nothing is removed: set in_use to no.",
    ),
    "format.locations": (
        "Nodig: code. Verder: name [naam], address [adres], zone [tijdzone], step [stap] (minuten tussen tijden),\n"
        "latitude [breedtegraad], longitude [lengtegraad], in_use [in_gebruik].",
        "Needed: code. Also: name [naam], address [adres], zone [tijdzone], step [stap] (minutes between times),\n"
        "latitude [breedtegraad], longitude [lengtegraad], in_use [in_gebruik].",
    ),
    "format.hours": (
        "Nodig: location [locatie] (naam of code), weekday [weekdag], from [van], until [tot]. Verder: counter\n"
        "[balie] (dan is het de bezetting van die balie), valid_from [geldig_vanaf], valid_until\n"
        "[geldig_tot_en_met]. Tijden als 08:30, op vijf minuten.",
        "Needed: location [locatie] (name or code), weekday [weekdag], from [van], until [tot]. Also: counter\n"
        "[balie] (then it is when that counter is staffed), valid_from [geldig_vanaf], valid_until\n"
        "[geldig_tot_en_met]. Times as 08:30, on five minutes.",
    ),
    "format.counters": (
        "Nodig: location [locatie], name [naam]. Verder: position [volgorde], skills [vaardigheden] (met een spatie\n"
        "ertussen), in_use [in_gebruik].",
        "Needed: location [locatie], name [naam]. Also: position [volgorde], skills [vaardigheden] (with a space\n"
        "between), in_use [in_gebruik].",
    ),
    "format.closures": (
        "Nodig: from_on [vanaf]; reason [reden]. Verder: location [locatie] (leeg: overal), until_on [tot_en_met],\n"
        "from [van] en until [tot] (leeg: de hele dag).",
        "Needed: from_on [vanaf]; reason [reden]. Also: location [locatie] (empty: everywhere), until_on\n"
        "[tot_en_met], from [van] and until [tot] (empty: the whole day).",
    ),
    "format.product-facts": (
        "Nodig: name [naam]. Verder: keywords [trefwoorden], owner [eigenaar], answer [antwoord], link [adres],\n"
        "street_report [melding_buiten] (ja: gaat over iets buiten), approach [aanpak] (gestandaardiseerd,\n"
        "individuele ondersteuning, infrastructuur, leefbaarheid), advises_contact [adviseert_contact],\n"
        "queue [wachtrij] (van wat erover binnenkomt),\n"
        "bring_child [meenemen_kind], combines [combineert] (groep die samen kan), consent_below\n"
        "[toestemming_onder] en authority_below [gezag_onder] (leeftijd, 0: niet), minutes [minuten] (leeg: geen\n"
        "afspraken), extra_minutes [minuten_per_extra_persoon], most_persons\n"
        "[meeste_personen], bring [meenemen] (met | ertussen), in_person [zelf_komen], skill [vaardigheid],\n"
        "locations [locaties] (met | ertussen; leeg: overal), digital_from [digitaal_vanaf], digital_link\n"
        "[digitaal_adres], in_use [in_gebruik].",
        "Needed: name [naam]. Also: keywords [trefwoorden], owner [eigenaar], answer [antwoord], link [adres],\n"
        "street_report [melding_buiten] (yes: about the street), approach [aanpak] (standardised,\n"
        "individual_support, infrastructure, liveability), advises_contact [adviseert_contact],\n"
        "queue [wachtrij] (of what arrives about it),\n"
        "bring_child [meenemen_kind], combines [combineert] (a group that goes together), consent_below\n"
        "[toestemming_onder] and authority_below [gezag_onder] (an age, 0: no), minutes [minuten] (empty: no\n"
        "appointments), extra_minutes [minuten_per_extra_persoon], most_persons\n"
        "[meeste_personen], bring [meenemen] (with | between), in_person [zelf_komen], skill [vaardigheid],\n"
        "locations [locaties] (with | between; empty: everywhere), digital_from [digitaal_vanaf], digital_link\n"
        "[digitaal_adres], in_use [in_gebruik].",
    ),
    "format.fees": (
        "Nodig: product [naam], year [jaar]. Verder: amount [bedrag] (83,87), channel [kanaal] (digitaal, balie,\n"
        "alle), label [voor_wie] (18 jaar en ouder), example [voorbeeld] (ja: verzonnen).",
        "Needed: product [naam], year [jaar]. Also: amount [bedrag] (83,87), channel [kanaal] (digital, counter,\n"
        "any), label [voor_wie] (18 and older), example [voorbeeld] (yes: invented).",
    ),
    "format.queues": (
        "Nodig: code. Verder: name [naam], cluster [team], skills [vaardigheden], languages [talen] (wat in zo'n\n"
        "taal binnenkomt: eng pol), norm [norm_waarde], norm_unit [norm_eenheid] (minuten, uren, werkdagen),\n"
        "position [volgorde], in_use [in_gebruik].",
        "Needed: code. Also: name [naam], cluster [team], skills [vaardigheden], languages [talen] (what arrives in\n"
        "one of them: eng pol), norm [norm_waarde], norm_unit [norm_eenheid] (minutes, hours, working_days),\n"
        "position [volgorde], in_use [in_gebruik].",
    ),
    "format.workers": (
        "Nodig: code. Verder: name [naam], cluster [team], login [account] (van het bureau, als iemand dat heeft),\n"
        "skills [vaardigheden], areas [gebieden] (het begin van postcodes, met een spatie ertussen; leeg: overal),\n"
        "start_address [startadres], latitude [breedtegraad] en longitude [lengtegraad] waar de dag begint,\n"
        "position [volgorde], in_use [in_gebruik].",
        "Needed: code. Also: name [naam], cluster [team], login [account] (of the desk, where somebody has one),\n"
        "skills [vaardigheden], areas [gebieden] (how postcodes begin, with a space between; empty: everywhere),\n"
        "start_address [startadres], latitude [breedtegraad] and longitude [lengtegraad] where the day begins,\n"
        "position [volgorde], in_use [in_gebruik].",
    ),
    "format.worker-hours": (
        "Nodig: worker [medewerker] (naam of code), weekday [weekdag], from [van], until [tot]. Verder: valid_from\n"
        "[geldig_vanaf], valid_until [geldig_tot_en_met].",
        "Needed: worker [medewerker] (name or code), weekday [weekdag], from [van], until [tot]. Also: valid_from\n"
        "[geldig_vanaf], valid_until [geldig_tot_en_met].",
    ),
    "format.texts": (
        "Nodig: text [soort] (bevestiging, herinnering, brief), audience [voor] (inwoner, bedrijf), language [taal]\n"
        "(nl, en). Verder: body [tekst], met plaatsen: {places}.",
        "Needed: text [soort] (confirmation, reminder, letter), audience [voor] (resident, organisation), language\n"
        "[taal] (nl, en). Also: body [tekst], with places: {places}.",
    ),
    "help.work": (
        "Werk uit andere systemen: formulieren, berichten, wat nog moet volgen (CSV)",
        "Work of other systems: forms, messages, what is still to follow (CSV)",
    ),
    "format.work": (
        "Nodig: id [kenmerk] (zoals het andere systeem het noemt, nooit twee keer), queue [wachtrij] en channel\n"
        "[kanaal] (hun codes), received_at [ontvangen] (24-11-2026 14:05 of 2026-11-24T14:05+01:00), text [tekst].\n"
        "Verder: product (de naam), bsn of kvk_number [kvk_nummer] van wie hier bekend is, name [naam], phone\n"
        "[telefoon], email [e-mail]. De norm telt vanaf het moment van ontvangst. Wat er al is, blijft zoals het is.",
        "Needed: id [kenmerk] (what the other system calls it, never twice), queue [wachtrij] and channel [kanaal]\n"
        "(their codes), received_at [ontvangen] (24-11-2026 14:05 or 2026-11-24T14:05+01:00), text [tekst]. Also:\n"
        "product (its name), bsn or kvk_number [kvk_nummer] of who is known here, name [naam], phone [telefoon],\n"
        "email [e-mail]. The norm counts from when it was received. What is here already stays as it is.",
    ),
    "work.looked": (
        "{added} nieuw, {unchanged} al binnen, {refused} geweigerd. Er is niets veranderd.",
        "{added} new, {unchanged} here already, {refused} refused. Nothing was changed.",
    ),
    "work.done": (
        "{added} nieuw, {unchanged} al binnen, {refused} geweigerd.",
        "{added} new, {unchanged} here already, {refused} refused.",
    ),
    "list.looked": (
        "{added} nieuw, {changed} gewijzigd, {unchanged} hetzelfde, {refused} geweigerd. Er is niets veranderd.",
        "{added} new, {changed} changed, {unchanged} the same, {refused} refused. Nothing was changed.",
    ),
    "list.done": (
        "{added} nieuw, {changed} gewijzigd, {unchanged} hetzelfde, {refused} geweigerd.",
        "{added} new, {changed} changed, {unchanged} the same, {refused} refused.",
    ),
    "list.refused": ("Geweigerd, regel {line}: {reason}.", "Refused, line {line}: {reason}."),
    "list.refused_cell": ("Geweigerd, regel {line}, {name}: {reason}.", "Refused, line {line}, {name}: {reason}."),
    "list.outside": (
        "Buiten de openingstijden, bel deze mensen: {reference}, {moment}, {location}, {counter}.",
        "Outside the hours, call these people: {reference}, {moment}, {location}, {counter}.",
    ),
    "cell.code": (
        "een code heeft kleine letters, cijfers, - en _, zonder spaties",
        "a code has small letters, digits, - and _, without spaces",
    ),
    "cell.whole": ("een heel getal, {detail}", "a whole number, {detail}"),
    "cell.number": ("een getal, {detail}", "a number, {detail}"),
    "cell.clock": ("een tijd schrijf je als 08:30", "write a time as 08:30"),
    "cell.clock_step": ("een tijd staat op vijf minuten: 08:30 of 08:35", "a time is on five minutes: 08:30 or 08:35"),
    "cell.yes_no": ("schrijf ja of nee", "write yes or no"),
    "cell.zone": (
        "deze tijdzone bestaat niet; in Nederland is het Europe/Amsterdam",
        "there is no such time zone; in the Netherlands it is Europe/Amsterdam",
    ),
    "cell.unknown": ("dit is hier niet bekend; wel: {detail}", "this is not known here; known are: {detail}"),
    "cell.none_yet": (
        "hier zijn er nog geen; breng die lijst eerst in",
        "there are none yet; bring in that list first",
    ),
    "cell.twice": ("dit is er al", "this is there already"),
    "cell.twice_in_file": ("dit staat ook op regel {detail}", "this stands on line {detail}, too"),
    "cell.moment_characters": (
        "een moment schrijf je als 24-11-2026 14:05",
        "write a moment as 24-11-2026 14:05",
    ),
    "cell.moment_range": ("dit moment bestaat niet", "there is no such moment"),
    "cell.moment_ahead": ("dit moment is nog niet geweest", "this moment has not been yet"),
    "cell.other_work": (
        "dit kenmerk kwam al binnen met een andere inhoud; geef het een eigen kenmerk",
        "this id came in already with other content; give it an id of its own",
    ),
    "cell.number_of_nobody": (
        "dit nummer hoort bij niemand hier; zonder nummer komt het binnen met naam en telefoon",
        "this number belongs to nobody here; without it, it comes in with name and phone",
    ),
    "cell.number_of_several": (
        "dit nummer hoort hier bij meer dan een; zonder nummer komt het binnen met naam en telefoon",
        "this number belongs to more than one here; without it, it comes in with name and phone",
    ),
    "cell.product_unknown": ("zo heet hier geen product", "no product has this name here"),
    "cell.several": ("er zijn er hier meer die zo heten", "several have this name here"),
    "cell.stays": (
        "dit verandert niet meer: er wordt naar verwezen; maak een nieuwe",
        "this does not change any more: others refer to it; make a new one",
    ),
    "cell.general_stays": (
        "deze wachtrij blijft: wat nergens anders hoort, komt hier",
        "this queue stays: what belongs nowhere else comes here",
    ),
    "cell.out_of_use_instead": (
        "dit product heeft afspraken; zet in_gebruik op nee",
        "this product has appointments; set in_use to no",
    ),
    "cell.minutes_needed": (
        "vul de minuten in, anders heeft dit product geen afspraken",
        "fill in the minutes, or this product has no appointments",
    ),
    "cell.digital_since": ("zeg ook vanaf wanneer het digitaal kan", "say from when it can be done online"),
    "cell.five_minutes": ("een veelvoud van vijf minuten", "a multiple of five minutes"),
    "cell.both_or_none": ("vul beide in, of geen van beide", "fill in both, or neither"),
    "cell.ends_before_begin": ("dit is niet na het begin", "this is not after the beginning"),
    "cell.ends_before_start": ("dit ligt voor de eerste dag", "this is before the first day"),
    "cell.money": ("een bedrag schrijf je als 83,87", "write an amount as 83,87"),
    "cell.another_fee": (
        "dit zijn andere leges; maak die nieuw en haal deze weg",
        "these are other fees; make those new and take this one away",
    ),
    "cell.unknown_place": ("de plaatsen in een tekst zijn: {detail}", "the places in a text are: {detail}"),
}
