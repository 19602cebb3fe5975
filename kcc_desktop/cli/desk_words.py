"""What the command says around the window: no screen, somebody else's screen, the tour."""

WORDS: dict[str, tuple[str, str]] = {
    "help.residents": ("Zoveel inwoners in de oefengemeente", "So many residents in the practice town"),
    "help.vnc": (
        "Toon het oefenbureau over het netwerk (VNC), poort 5900 als je niets zegt",
        "Show the practice desk over the network (VNC), port 5900 unless told otherwise",
    ),
    "help.tour": ("Teken elk scherm in een map", "Draw every screen into a folder"),
    "help.tour_out": ("De map voor de plaatjes", "The folder for the pictures"),
    "no_screen": (
        "Hier is geen scherm, dus er komt geen venster. Start het bureau op een computer met een scherm.",
        "There is no screen here, so there will be no window. Start the desk on a computer with a screen.",
    ),
    "no_screen.dead": (
        "{display} noemt een scherm dat niet antwoordt.",
        "{display} names a screen that does not answer.",
    ),
    "no_screen.demo": (
        "Hier is geen scherm. Daarom speelt het bureau het hele gesprek zelf, in een venster dat niemand ziet. "
        "De plaatjes blijven staan.",
        "There is no screen here. So the desk plays the whole conversation by itself, in a window nobody sees. "
        "The pictures are kept.",
    ),
    "vnc.demo_only": (
        "--vnc werkt alleen samen met --demo: wie meekijkt ziet alles, en echte gegevens zijn niet voor iedereen.",
        "--vnc works only together with --demo: whoever watches sees everything, and real data is not for everyone.",
    ),
    "vnc.open": (
        "Let op: het oefenbureau is nu zonder wachtwoord te zien en te bedienen op poort {port} van deze computer, "
        "ook vanaf andere computers in het netwerk. Er staan alleen verzonnen mensen in.",
        "Mind: the practice desk can now be seen and used without a password on port {port} of this computer, "
        "also from other computers on the network. Everybody in it is invented.",
    ),
    "settings.unknown": (
        "Instellingen: {option} bestaat niet. Bedoelde je: {hint}",
        "Settings: there is no {option}. Did you mean: {hint}",
    ),
    "settings.unreadable": (
        "De instellingen in {option} zijn niet te lezen.",
        "The settings in {option} cannot be read.",
    ),
    "settings.not_toml": (
        "De instellingen in {option} zijn geen TOML {hint}.",
        "The settings in {option} are no TOML {hint}.",
    ),
    "settings.not_one_of": ("Instellingen: {option} is een van: {hint}", "Settings: {option} is one of: {hint}"),
    "settings.not_a_whole_number": (
        "Instellingen: {option} is een geheel getal ({hint}).",
        "Settings: {option} is a whole number ({hint}).",
    ),
    "settings.not_such_a_text": (
        "Instellingen: {option} ziet er zo uit: {hint}",
        "Settings: {option} looks like: {hint}",
    ),
    "settings.not_a_time": ("Instellingen: {option} is een tijd: {hint}", "Settings: {option} is a time: {hint}"),
    "settings.not_a_week": ("Instellingen: {option} is een week: {hint}", "Settings: {option} is a week: {hint}"),
    "settings.holds_a_password": (
        "Instellingen: {option} bevat een wachtwoord. Dat hoort niet in dit bestand. Zo is het goed: {hint}",
        "Settings: {option} holds a password, which does not belong in this file. This is right: {hint}",
    ),
    "DraftsSetAside": (
        "Het bestand met concepten was beschadigd en is opzij gezet. Start opnieuw.",
        "The file of drafts was damaged and was set aside. Start again.",
    ),
    "DraftsTooNew": (
        "Een nieuwer programma schreef de concepten. Installeer dat programma.",
        "A newer program wrote the drafts. Install that program.",
    ),
    "DraftsAway": (
        "De concepten zijn niet te bewaren: de schijf is vol, alleen-lezen of weg.",
        "Drafts cannot be kept: the disk is full, read-only or gone.",
    ),
    "play.stuck": ("Deze stap lukte niet: {step}", "This step did not work: {step}"),
}
