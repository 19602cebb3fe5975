"""What `kcc-desktop import forms` says, in Dutch and in English."""

WORDS: dict[str, tuple[str, str]] = {
    "help.forms": (
        "Formulieren van een website (JSON), een bestand of een map",
        "Forms of a website (JSON), a file or a folder",
    ),
    "format.forms": (
        "Zoals resources/schemas/form-1.json zegt: een formulier, of een lijst ervan. Van een map wordt elke *.json\n"
        "gelezen: wat binnen is gaat naar done/, wat niet klopt naar refused/, met de reden in een .txt ernaast.\n"
        "Een bestand dat nog wordt geschreven, blijft staan. Twee keer hetzelfde verandert niets.",
        "As resources/schemas/form-1.json says: a form, or a list of them. Of a folder every *.json is read: what\n"
        "came in goes to done/, what is wrong to refused/, with the reason in a .txt beside it. A file that is still\n"
        "being written stays. The same twice changes nothing.",
    ),
    "form.fields_unknown": ("alleen deze velden: {detail}", "only these fields: {detail}"),
    "form.too_many_files": ("hoogstens {detail} bestanden", "{detail} files at most"),
    "form.no_base64": ("hier hoort base64 te staan", "this should be base64"),
    "form.moment_with_zone": (
        "schrijf het moment met tijdzone: 2026-03-02T09:00:00+01:00",
        "write the moment with its zone: 2026-03-02T09:00:00+01:00",
    ),
    "form.other_content": (
        "dit nummer is al voor iets anders gebruikt; wat er al was, blijft zo",
        "this number was used before for something else; what came first stays as it is",
    ),
    "form.characters": ("hier staan tekens die niet mogen", "this has signs that it cannot have"),
    "form.ahead": ("dit is later dan nu", "this is later than now"),
    "form.not_so": (
        "DigiD hoort bij een BSN, eHerkenning bij een KVK-nummer",
        "DigiD goes with a BSN, eHerkenning with a KVK number",
    ),
}
