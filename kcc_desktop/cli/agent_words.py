"""What `kcc-desktop agents` says, in Dutch and English."""

WORDS: dict[str, tuple[str, str]] = {
    "help.agents": ("Wie hier mag werken, en in welke rol", "Who may work here, and in which role"),
    "help.agents_list": ("Toon alle medewerkers", "List all agents"),
    "help.agents_add": ("Laat iemand binnen", "Let somebody in"),
    "help.agents_change": (
        "Verander naam, cluster, rollen of vaardigheden",
        "Change name, cluster, roles or skills",
    ),
    "help.agents_end": ("Laat iemand niet meer binnen", "Let somebody in no longer"),
    "help.login": (
        "De login bij de database, of het account van deze computer",
        "The login at the database, or the account on this computer",
    ),
    "help.agent_name": ("De naam zoals collega's die zien", "The name as colleagues see it"),
    "help.cluster": ("Het cluster, met de naam die het heeft", "The cluster, by the name it has"),
    "help.new_cluster": ("Het cluster is nieuw", "The cluster is a new one"),
    "help.roles": ("Een of meer rollen, met komma's ertussen", "One or more roles, with commas between"),
    "help.skills": (
        'Vaardigheden, met komma\'s ertussen, zoals wachtrijen en balies die vragen; "" is geen',
        'Skills, with commas between, as queues and counters ask for them; "" is none',
    ),
    "format.agents": (
        "Rollen: agent, counter (balie), back_office, neighbourhood (wijkbeheer), visitor (bezoek op locatie),\n"
        "team_lead (teamleider), editor (redactie), administrator (beheerder), auditor.\n"
        "Een beheerder leest geen contactmomenten. Wie dat ook moet, krijgt twee rollen: agent,administrator.",
        "Roles: agent, counter, back_office, neighbourhood, visitor, team_lead, editor, administrator, auditor.\n"
        "An administrator reads no contacts. Who has to do both gets two roles: agent,administrator.",
    ),
    "agents.added": ("{name} mag hier werken.", "{name} may work here."),
    "agents.changed": ("{login} is veranderd.", "{login} was changed."),
    "agents.ended": ("{login} mag hier niet meer werken.", "{login} may work here no longer."),
    "agents.is_ended": ("(gestopt)", "(ended)"),
    "agents.let_in": (
        "De database laat deze login nog niet binnen. De beheerder van de database voert uit:",
        "The database does not let this login in yet. The administrator of the database runs:",
    ),
    "agents.put_out": (
        "Deze login ziet niets meer, maar hoort nog bij de groep. De beheerder van de database voert uit:",
        "This login sees nothing any more, but is still in the group. The administrator of the database runs:",
    ),
    "UnknownCluster": (
        "Dat cluster is er niet. Kies uit: {known}. Of maak het met --new-cluster.",
        "There is no such cluster. Choose from: {known}. Or make it with --new-cluster.",
    ),
    "LoginTaken": (
        "Deze login is of was van een medewerker. Een login gaat nooit over naar iemand anders: wat er in het logboek "
        "staat zou dan van twee mensen zijn. Komt dezelfde persoon terug, geef dan dezelfde naam.",
        "This login is or was an agent's. A login never passes to somebody else: what the log says would then be of "
        "two people. If the same person comes back, give the same name.",
    ),
    "LastAdministrator": (
        "Dan is er geen beheerder meer. Geef eerst iemand anders de rol administrator.",
        "Then no administrator would be left. Give somebody else the role administrator first.",
    ),
    "NotFound": ("Die is hier niet.", "There is none here."),
    "AlreadyDone": ("Dat was al zo.", "That was so already."),
    "InvalidValue.roles.unknown": (
        "Die rol bestaat niet. Rollen: agent, counter, back_office, neighbourhood, visitor, team_lead, editor, "
        "administrator, auditor.",
        "There is no such role. Roles: agent, counter, back_office, neighbourhood, visitor, team_lead, editor, "
        "administrator, auditor.",
    ),
    "InvalidValue.roles.empty": ("Noem minstens een rol.", "Name at least one role."),
    "InvalidValue.skills.characters": (
        "Een vaardigheid is een woord van letters, cijfers, - en _.",
        "A skill is one word of letters, digits, - and _.",
    ),
    "InvalidValue.login.empty": ("Noem de login.", "Name the login."),
    "InvalidValue.login.too_long": (
        "Een login heeft hooguit 63 tekens.",
        "A login has at most 63 characters.",
    ),
    "InvalidValue.name.empty": ("Noem de naam.", "Name the name."),
    "InvalidValue.name.too_long": ("Een naam heeft hooguit 200 tekens.", "A name has at most 200 characters."),
    "InvalidValue.cluster.empty": ("Noem het cluster.", "Name the cluster."),
    "InvalidValue.cluster.too_long": (
        "De naam van een cluster heeft hooguit 100 tekens.",
        "A cluster's name has at most 100 characters.",
    ),
    "GroupMissing": (
        "De groep van de bureaus is er niet, en deze login mag hem niet maken. De beheerder van de database voert "
        "uit:\n"
        "CREATE ROLE kcc_desk NOLOGIN;",
        "The group of the desks is not there, and this login may not make it. The administrator of the database "
        "runs:\n"
        "CREATE ROLE kcc_desk NOLOGIN;",
    ),
    "TableOwnerNeeded": (
        "Dit doet de eigenaar van de database: meld je aan met die login.",
        "The owner of the database does this: log in as that login.",
    ),
}
