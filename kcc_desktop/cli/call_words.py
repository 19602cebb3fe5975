"""What `kcc-desktop call`, `open` and `register-links` say, in Dutch and English."""

WORDS: dict[str, tuple[str, str]] = {
    "help.call": ("Geef een gesprek door aan het bureau dat draait", "Hand a call to the desk that runs"),
    "help.call_number": (
        "Het nummer van de beller; leeg of anonymous als het is afgeschermd",
        "The caller's number; empty or anonymous when it is withheld",
    ),
    "help.call_id": ("Waaraan de centrale dit gesprek herkent", "What the exchange knows this call by"),
    "help.call_state": ("Wat er gebeurt; zonder dit gaat de telefoon over", "What happens; without it, it rings"),
    "help.call_to": ("Het toestel waar het om gaat", "The telephone it is about"),
    "help.open": ("Open een link die met kccdesk: begint", "Open a link that begins with kccdesk:"),
    "help.register_links": (
        "Laat links die met kccdesk: beginnen dit programma openen",
        "Let links that begin with kccdesk: open this program",
    ),
    "call.no_desk": (
        "Er draait geen bureau om dit gesprek aan te geven. Start KCC Desktop en geef het opnieuw door.",
        "No desk is running to hand this call to. Start KCC Desktop and hand it over again.",
    ),
    "InvalidValue.number.not_a_number": (
        "Dit is geen telefoonnummer. Goed zijn bijvoorbeeld 0612345678, +31 527 63 39 11 en anonymous.",
        "This is no telephone number. Right are, for instance, 0612345678, +31 527 63 39 11 and anonymous.",
    ),
    "InvalidValue.number.missing": (
        "In de link staat geen nummer. Goed is bijvoorbeeld kccdesk:call?number=0612345678",
        "The link holds no number. Right is, for instance, kccdesk:call?number=0612345678",
    ),
    "InvalidValue.id.characters": (
        "De id van een gesprek heeft hoogstens 200 gewone tekens zonder spaties.",
        "The id of a call has at most 200 plain characters without spaces.",
    ),
    "InvalidValue.id.reserved": (
        "Een id die met desk- begint, is van het bureau zelf. Kies een andere.",
        "An id that begins with desk- is the desk's own. Choose another.",
    ),
    "InvalidValue.to.characters": (
        "Een toestel heeft hoogstens 200 gewone tekens zonder spaties.",
        "A telephone has at most 200 plain characters without spaces.",
    ),
    "InvalidValue.state.unknown": (
        "Dat kan een gesprek niet zijn. Goed zijn ringing, answered en ended.",
        "A call cannot be that. Right are ringing, answered and ended.",
    ),
    "InvalidValue.link.not_ours": (
        "Dit is geen link van dit programma. Goed is bijvoorbeeld kccdesk:call?number=0612345678",
        "This is no link of this program. Right is, for instance, kccdesk:call?number=0612345678",
    ),
    "InvalidValue.link.unknown_action": (
        "Deze link vraagt iets wat dit programma niet kent. Goed is bijvoorbeeld kccdesk:call?number=0612345678",
        "This link asks for what this program does not know. Right is, for instance, kccdesk:call?number=0612345678",
    ),
    "InvalidValue.link.twice": (
        "In deze link staat iets dubbel. Elk woord mag er één keer in staan.",
        "Something stands twice in this link. Each word may be there once.",
    ),
    "links.written": ("Geschreven: {file}", "Written: {file}"),
    "links.done": (
        "Links die met kccdesk: beginnen, openen nu dit programma.",
        "Links that begin with kccdesk: now open this program.",
    ),
    "links.no_xdg_mime": (
        "xdg-mime is er niet of weigerde. Kies {file} zelf voor {scheme}, of log opnieuw in.",
        "xdg-mime is not there or refused. Choose {file} for {scheme} yourself, or log in again.",
    ),
    "links.registry": (
        "Geschreven in het register: {key}. Links die met kccdesk: beginnen, openen nu dit programma.",
        "Written to the registry: {key}. Links that begin with kccdesk: now open this program.",
    ),
    "links.not_here": (
        "Op dit systeem kan dat niet met een opdracht. Wel op Windows en Linux.",
        "This system has no command for that. Windows and Linux have.",
    ),
    "NoFolder": (
        "Er is geen map waar dit geschreven kan worden. Wijs er een aan met KCC_DATA_DIR en KCC_CONFIG_DIR.",
        "There is no folder where this can be written. Name one with KCC_DATA_DIR and KCC_CONFIG_DIR.",
    ),
}
