"""What `kcc-desktop calendar` says, in Dutch and English."""

WORDS: dict[str, tuple[str, str]] = {
    "help.calendar": ("De agenda van de gemeente", "The town's calendar"),
    "help.calendar_check": ("Kijk of de agenda antwoordt", "See whether the calendar answers"),
    "help.calendar_secret": (
        "Zet het geheim voor een andere agenda in de sleutelbos",
        "Put the secret for another calendar into the keyring",
    ),
    "calendar.own": (
        "De eigen agenda: {products} producten met afspraken, het eerste op {locations} locaties.",
        "Our own calendar: {products} products with appointments, the first at {locations} locations.",
    ),
    "calendar.jcc": (
        "JCC antwoordt: {products} producten met afspraken, het eerste op {locations} locaties.",
        "JCC answers: {products} products with appointments, the first at {locations} locations.",
    ),
    "calendar.ask": ("Geheim:", "Secret:"),
    "calendar.kept": ("Het geheim staat in de sleutelbos.", "The secret is in the keyring."),
    "DoorLocked": (
        "De andere agenda laat dit programma niet binnen: de naam (calendar_client) of het geheim klopt niet.",
        "The other calendar does not let this program in: its name (calendar_client) or its secret is wrong.",
    ),
    "DoorRefused": ("De andere agenda zegt nee.", "The other calendar says no."),
    "RegisterAway": (
        "De andere agenda antwoordt niet. Kijk of calendar_url klopt en of het netwerk werkt.",
        "The other calendar does not answer. See whether calendar_url is right and the network works.",
    ),
}
