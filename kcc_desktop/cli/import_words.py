"""What `kcc-desktop import` says, in Dutch and English: formats, refusals with what would be right, doubts."""

WORDS: dict[str, tuple[str, str]] = {
    "help.import": ("Lees gegevens uit een bestand", "Read data from a file"),
    "help.persons": ("Personen uit de BRP (JSON)", "Persons of the BRP (JSON)"),
    "help.organisations": ("Bedrijven uit het handelsregister (JSON of CSV)", "Companies (JSON or CSV)"),
    "help.products": ("Producten: de UPL of een eigen lijst (CSV)", "Products: the UPL or a list of your own (CSV)"),
    "help.cases": ("Zaken uit een zaaksysteem (CSV)", "Cases of a case system (CSV)"),
    "help.colleagues": ("Collega's en afdelingen (CSV)", "Colleagues and departments (CSV)"),
    "help.postcodes": ("Waar postcodes liggen (CSV)", "Where postcodes lie (CSV)"),
    "format.csv": (
        "CSV in UTF-8, met puntkomma of komma. De eerste regel noemt de kolommen; hun volgorde is vrij.\n"
        "Een cel met puntkomma, komma, aanhalingsteken of nieuwe regel staat tussen dubbele aanhalingstekens.\n"
        "Een bestand met een fout wordt helemaal geweigerd; dan verandert er niets.",
        "CSV in UTF-8, with semicolons or commas. The first line names the columns, in any order.\n"
        "A cell with a semicolon, comma, quote or line break stands in double quotes.\n"
        "A file with a mistake is refused whole; then nothing changes.",
    ),
    "format.persons": (
        "Een JSON-lijst van personen met de namen van Haal Centraal (personen-mock). Nodig zijn aNummer en naam.\n"
        "Gelezen worden ook burgerservicenummer, geboorte, overlijden, geslacht, verblijfplaats (met functieAdres\n"
        "B een briefadres), partners, ouders, kinderen, geheimhoudingPersoonsgegevens, persoonInOnderzoek,\n"
        "indicatieCurateleRegister en opschortingBijhouding. Telefoonnummers en e-mail in het bureau blijven staan.",
        "A JSON list of persons with the names of Haal Centraal (personen-mock). Needed are aNummer and naam.\n"
        "Also read: burgerservicenummer, geboorte, overlijden, geslacht, verblijfplaats (functieAdres B is a\n"
        "correspondence address), partners, ouders, kinderen, geheimhoudingPersoonsgegevens, persoonInOnderzoek,\n"
        "indicatieCurateleRegister and opschortingBijhouding. Phone numbers and e-mail kept at the desk stay.",
    ),
    "format.organisations": (
        "JSON: antwoorden van de KVK API's (basisprofiel, vestigingsprofiel, vestigingen, zoeken), een of een lijst.\n"
        "CSV, nodig: kvk_number [kvk_nummer], name [naam]. Verder: branch_number [vestigingsnummer],\n"
        "main_branch [hoofdvestiging] (ja of nee), trade_names [handelsnamen] (met | ertussen),\n"
        "legal_form [rechtsvorm], rsin, active [actief] (ja of nee), street [straat], house_number [huisnummer],\n"
        "letter [huisletter], addition [toevoeging], postcode, place [plaats], post_street [post_straat],\n"
        "post_house_number [post_huisnummer], post_postcode, post_place [post_plaats].\n"
        "Een regel met een vestigingsnummer is een nevenvestiging, tenzij er hoofdvestiging ja staat.",
        "JSON: answers of the KVK APIs (basisprofiel, vestigingsprofiel, vestigingen, zoeken), one or a list.\n"
        "CSV, needed: kvk_number [kvk_nummer], name [naam]. Also: branch_number [vestigingsnummer],\n"
        "main_branch [hoofdvestiging] (yes or no), trade_names [handelsnamen] (with | between them),\n"
        "legal_form [rechtsvorm], rsin, active [actief] (yes or no), street [straat], house_number [huisnummer],\n"
        "letter [huisletter], addition [toevoeging], postcode, place [plaats], post_street [post_straat],\n"
        "post_house_number [post_huisnummer], post_postcode, post_place [post_plaats].\n"
        "A line with a branch number is a further branch, unless main_branch says yes.",
    ),
    "format.products": (
        "De UPL: kolommen upl_naam (of UniformeProductnaam) en uri; staat er een kolom Gemeente, dan alleen de X.\n"
        "Een eigen lijst, nodig: name [naam]. Verder: upl_uri, keywords [trefwoorden], owner [eigenaar] (de naam\n"
        "van de afdeling), answer [antwoord] (mag meer regels hebben), link (http of https).\n"
        "Wat een kolom niet heeft, blijft zoals het is; de UPL verandert eigen namen en teksten niet.",
        "The UPL: columns upl_naam (or UniformeProductnaam) and uri; with a column Gemeente only the X.\n"
        "A list of your own, needed: name [naam]. Also: upl_uri, keywords [trefwoorden], owner [eigenaar] (the\n"
        "department's name), answer [antwoord] (may have several lines), link (http or https).\n"
        "What has no column stays as it is; the UPL does not change names and texts of your own.",
    ),
    "format.cases": (
        "Nodig: reference [zaaknummer], type [zaaktype], started_on [startdatum]. Verder: description\n"
        "[omschrijving], decide_by [uiterste_datum], ended_on [einddatum], status, handler [behandelaar],\n"
        "department [afdeling], result [resultaat], steps [statussen], en wie het betreft: bsn,\n"
        "a_number [a_nummer] of kvk_number [kvk_nummer] met branch_number [vestigingsnummer], en role [rol]\n"
        "(aanvrager, belanghebbende, gemachtigde). Datums: 24-11-2026 of 2026-11-24.\n"
        "Statussen op volgorde met | ertussen: Ontvangen=02-03-2026|In behandeling|Besluit.\n"
        "Een zaak met meer mensen heeft voor ieder een regel met hetzelfde zaaknummer.",
        "Needed: reference [zaaknummer], type [zaaktype], started_on [startdatum]. Also: description\n"
        "[omschrijving], decide_by [uiterste_datum], ended_on [einddatum], status, handler [behandelaar],\n"
        "department [afdeling], result [resultaat], steps [statussen], and who it is about: bsn,\n"
        "a_number [a_nummer] or kvk_number [kvk_nummer] with branch_number [vestigingsnummer], and role [rol]\n"
        "(applicant, interested, representative). Dates: 24-11-2026 or 2026-11-24.\n"
        "Steps in their order with | between them: Ontvangen=02-03-2026|In behandeling|Besluit.\n"
        "A case with several people has a line for each with the same reference.",
    ),
    "format.colleagues": (
        "Nodig: key [sleutel] (hoe de bron ze noemt), kind [soort] (medewerker, afdeling, groep, partner), name\n"
        "[naam]. Verder: department [afdeling], function [functie], phone [telefoon], email [e-mail],\n"
        "availability [bereikbaarheid]. Niemand wordt verwijderd.",
        "Needed: key [sleutel] (what the source calls them), kind [soort] (person, department, group, partner),\n"
        "name [naam]. Also: department [afdeling], function [functie], phone [telefoon], email [e-mail],\n"
        "availability [bereikbaarheid]. Nobody is removed.",
    ),
    "format.postcodes": (
        "Nodig: postcode, latitude [breedtegraad], longitude [lengtegraad]. In graden (WGS 84), met punt of komma:\n"
        "52.7109 en 5.7486. Het midden van de adressen met deze postcode is goed genoeg. Niets wordt verwijderd.",
        "Needed: postcode, latitude [breedtegraad], longitude [lengtegraad]. In degrees (WGS 84), with a point or a\n"
        "comma: 52.7109 and 5.7486. The middle of the addresses with this postcode will do. Nothing is removed.",
    ),
    "import.refused": (
        "Het bestand is geweigerd, er is niets veranderd. {where}: {reason}.",
        "The file was refused, nothing was changed. {where}: {reason}.",
    ),
    "import.refused_file": (
        "Het bestand is geweigerd, er is niets veranderd: {reason}.",
        "The file was refused, nothing was changed: {reason}.",
    ),
    "import.done": (
        "{added} nieuw, {changed} gewijzigd, {unchanged} hetzelfde.",
        "{added} new, {changed} changed, {unchanged} the same.",
    ),
    "where.line": ("regel", "line"),
    "where.lines": ("regels", "lines"),
    "where.person": ("persoon", "person"),
    "where.persons": ("personen", "persons"),
    "where.record": ("onderdeel", "record"),
    "where.records": ("onderdelen", "records"),
    "doubt.same_bsn": ("Hetzelfde BSN", "The same BSN"),
    "doubt.no_bsn": ("Geen BSN", "No BSN"),
    "doubt.odd_death_date": ("Geen leesbare datum van overlijden", "No readable date of death"),
    "doubt.odd_relation": (
        "Geen leesbaar nummer of geen leesbare datum bij familie",
        "No readable number or date of a relative",
    ),
    "doubt.relation_twice": (
        "Het BSN van een familielid hoort bij meer mensen, dus zonder koppeling",
        "A relative's BSN belongs to several people, so there is no link",
    ),
    "doubt.bsn_elsewhere": (
        "Iemand die niet in dit bestand staat heeft ook dit BSN",
        "Somebody who is not in this file has this BSN, too",
    ),
    "doubt.kvk_error": ("Een foutmelding van de KVK, overgeslagen", "An error of the KVK, left out"),
    "doubt.odd_rsin": ("Het RSIN klopt niet en is weggelaten", "The RSIN is wrong and left out"),
    "doubt.address_kept_from_view": (
        "Het adres is afgeschermd en is weggelaten",
        "The address is kept from view and left out",
    ),
    "doubt.kvk_twice": (
        "Dit bedrijf staat al meer dan een keer in het bureau",
        "This company stands at the desk more than once already",
    ),
    "doubt.upl_no_name_yet": ("Geen product, overgeslagen", "No product, left out"),
    "doubt.product_name_twice": (
        "Meer producten hebben deze naam, dus overgeslagen; noem de upl_uri",
        "Several products have this name, so it is left out; name the upl_uri",
    ),
    "doubt.owner_unknown": (
        "Producten noemen “{detail}” als eigenaar, maar zo heet geen afdeling hier",
        "Products name “{detail}” as owner, and no department here has that name",
    ),
    "doubt.party_unknown": (
        "Dit nummer hoort bij niemand hier, de zaak staat er zonder deze persoon of dit bedrijf",
        "This number belongs to nobody here, the case came in without them",
    ),
    "doubt.party_twice": (
        "Dit nummer hoort bij meer dan een, de zaak staat er zonder deze persoon of dit bedrijf",
        "This number belongs to more than one, the case came in without them",
    ),
    "file.not_found": ("dit bestand is er niet", "there is no such file"),
    "file.directory": ("dit is een map; noem een bestand", "this is a folder; name a file"),
    "file.unreadable": ("dit bestand is niet te lezen", "this file cannot be read"),
    "file.too_big": (
        "dit bestand is groter dan {detail} MB; verdeel het over meer bestanden",
        "this file is larger than {detail} MB; split it",
    ),
    "file.empty": ("dit bestand is leeg", "this file is empty"),
    "file.workbook": (
        "dit is een werkmap; sla hem op als “CSV UTF-8”",
        "this is a workbook; save it as “CSV UTF-8”",
    ),
    "file.utf16": (
        "dit bestand staat in UTF-16; sla het op als UTF-8",
        "this file is in UTF-16; save it as UTF-8",
    ),
    "file.encoding": (
        "dit is geen UTF-8, waarschijnlijk Windows-1252; sla het bestand op als UTF-8 (“CSV UTF-8”)",
        "this is not UTF-8, probably Windows-1252; save the file as UTF-8 (“CSV UTF-8”)",
    ),
    "file.control_signs": (
        "hier staat een teken dat in geen tekst hoort (een stuurteken); haal het weg",
        "this holds a sign that belongs in no text (a control character); take it out",
    ),
    "file.no_json": ("dit is geen JSON", "this is not JSON"),
    "file.no_records": (
        "hier hoort een JSON-lijst van objecten in te staan",
        "this should hold a JSON list of objects",
    ),
    "file.too_deep": ("de JSON is te diep genest", "the JSON is nested too deep"),
    "file.no_person": ("dit is geen persoon met naam en A-nummer", "this is no person with name and A-number"),
    "file.no_organisation": (
        "dit is geen antwoord van een KVK API met een kvkNummer",
        "this is no answer of a KVK API with a kvkNummer",
    ),
    "file.no_text": ("hier hoort tekst te staan", "this should be text"),
    "file.no_number": (
        "hier hoort een heel getal te staan, hoogstens {detail}",
        "this should be a whole number, {detail} at most",
    ),
    "file.no_group": ("hier hoort een JSON-object te staan", "this should be a JSON object"),
    "file.no_groups": ("hier hoort een lijst van JSON-objecten te staan", "this should be a list of JSON objects"),
    "file.too_long": ("hoogstens {detail} tekens", "{detail} characters at most"),
    "file.choice": ("kies uit: {detail}", "choose one of: {detail}"),
    "file.required": ("dit mag niet leeg zijn", "this must not be empty"),
    "file.columns_missing": ("deze kolommen ontbreken: {detail}", "these columns are missing: {detail}"),
    "file.columns_unknown": (
        "deze kolommen kent het programma niet: {detail}; kijk bij --help welke het zijn",
        "the program does not know these columns: {detail}; see --help for those it knows",
    ),
    "file.column_twice": ("deze kolom staat er twee keer", "this column is there twice"),
    "file.ragged": (
        "het aantal cellen past niet bij de kolommen ({detail}); kijk of een cel met een scheidingsteken tussen "
        "aanhalingstekens staat",
        "the cells do not fit the columns ({detail}); see whether a cell with a separator stands in quotes",
    ),
    "file.quotes": (
        "de aanhalingstekens kloppen niet; een aanhalingsteken in een cel schrijf je dubbel",
        "the quotes do not match; write a quote inside a cell twice",
    ),
    "file.day_characters": (
        "een datum schrijf je als 24-11-2026 of 2026-11-24",
        "write a date as 24-11-2026 or 2026-11-24",
    ),
    "file.day_range": ("deze datum bestaat niet", "there is no such date"),
    "file.ends_before_start": ("dit ligt voor de startdatum", "this is before the start date"),
    "file.step": (
        "een status heeft een naam van hoogstens {detail} tekens: Ontvangen=02-03-2026",
        "a step has a name of {detail} characters at most: Ontvangen=02-03-2026",
    ),
    "file.case_twice": (
        "dit zaaknummer staat al eerder in het bestand; nog een keer mag alleen met een persoon of bedrijf",
        "this reference stands earlier in the file; once more only with a person or company",
    ),
    "file.case_differs": (
        "dit is anders dan op regel {detail}, bij hetzelfde zaaknummer",
        "this differs from line {detail}, with the same reference",
    ),
    "file.one_party": (
        "noem op een regel een persoon of een bedrijf, niet allebei",
        "name a person or a company on one line, not both",
    ),
    "file.postcode_twice": ("deze postcode staat al eerder in het bestand", "this postcode stands earlier in the file"),
    "file.postcode_characters": ("een postcode is als 8302 AB", "a postcode looks like 8302 AB"),
    "file.degrees_characters": ("graden schrijf je als 52.7109", "write degrees as 52.7109"),
    "file.degrees_range": (
        "dit ligt niet in Nederland; staan breedte (50–54) en lengte (3–8) omgewisseld?",
        "this is not in the Netherlands; did latitude (50–54) and longitude (3–8) change places?",
    ),
    "file.key_twice": ("deze sleutel staat al eerder in het bestand", "this key stands earlier in the file"),
    "file.product_twice": ("dit product staat al eerder in het bestand", "this product stands earlier in the file"),
    "file.organisation_twice": (
        "dit bedrijf of deze vestiging staat al eerder in het bestand",
        "this company or branch stands earlier in the file",
    ),
    "file.no_web_address": (
        "een webadres begint met http:// of https:// en heeft geen spaties",
        "a web address starts with http:// or https:// and has no spaces",
    ),
    "file.bsn_checksum": ("het BSN klopt niet (elfproef)", "the BSN fails its 11-test"),
    "file.bsn_length": ("een BSN heeft 9 cijfers", "a BSN has 9 digits"),
    "file.bsn_characters": ("een BSN heeft alleen cijfers", "a BSN has digits only"),
    "file.a_number_length": ("een A-nummer heeft 10 cijfers", "an A-number has 10 digits"),
    "file.a_number_characters": ("een A-nummer heeft alleen cijfers", "an A-number has digits only"),
    "file.a_number_twice": ("dit A-nummer staat al eerder in het bestand", "this A-number stands earlier in the file"),
    "file.kvk_number_length": ("een KVK-nummer heeft 8 cijfers", "a KVK number has 8 digits"),
    "file.kvk_number_characters": ("een KVK-nummer heeft alleen cijfers", "a KVK number has digits only"),
    "file.branch_number_length": (
        "een vestigingsnummer heeft 12 cijfers, ook de nullen vooraan",
        "a branch number has 12 digits, leading zeros too",
    ),
    "file.branch_number_characters": (
        "een vestigingsnummer heeft alleen cijfers",
        "a branch number has digits only",
    ),
    "file.date_range": ("deze datum bestaat niet", "there is no such date"),
    "file.date_characters": ("een datum heeft 8 cijfers (JJJJMMDD)", "a date has 8 digits (YYYYMMDD)"),
    "file.email_characters": (
        "een e-mailadres heeft een @ en daarna een domein: naam@voorbeeld.nl",
        "an e-mail address has an @ and then a domain: name@example.org",
    ),
    "file.email_length": ("een e-mailadres heeft hoogstens 254 tekens", "an e-mail address has 254 characters at most"),
}
