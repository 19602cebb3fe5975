"""In which order the program is imported: what needs no Qt first.

PySide6 reads the source of each module that is imported after it and Python keeps those lines, in search of
`from __feature__ import`. Behind SQLAlchemy that is a tenth of the start and 20 MB for as long as the desk is open.
"""

import linecache
from importlib import import_module

_WITHOUT_QT = (
    "kcc_desktop.bootstrap.opening",
    "kcc_desktop.services.agenda",
    "kcc_desktop.services.agents",
    "kcc_desktop.services.appointments",
    "kcc_desktop.services.blocks",
    "kcc_desktop.services.bookings_elsewhere",
    "kcc_desktop.services.carriers",
    "kcc_desktop.services.cases",
    "kcc_desktop.services.changes",
    "kcc_desktop.services.colleagues",
    "kcc_desktop.services.confirmations",
    "kcc_desktop.services.connection",
    "kcc_desktop.services.contacts",
    "kcc_desktop.services.counter",
    "kcc_desktop.services.day_sheets",
    "kcc_desktop.services.drafts",
    "kcc_desktop.services.incoming",
    "kcc_desktop.services.lists",
    "kcc_desktop.services.looking",
    "kcc_desktop.services.message_planning",
    "kcc_desktop.services.notices",
    "kcc_desktop.services.parties",
    "kcc_desktop.services.presence",
    "kcc_desktop.services.products",
    "kcc_desktop.services.reception",
    "kcc_desktop.services.safety_notes",
    "kcc_desktop.services.street_reports",
    "kcc_desktop.services.tasks",
    "kcc_desktop.services.timeline",
    "kcc_desktop.services.town_calendar",
    "kcc_desktop.services.travel",
    "kcc_desktop.services.visit_confirmations",
    "kcc_desktop.services.visits",
    "kcc_desktop.services.work",
)


def load_what_needs_no_qt() -> None:
    """To be called before anything imports Qt; afterwards it changes nothing."""
    for name in _WITHOUT_QT:
        import_module(name)


def forget_sources() -> None:
    """Of the modules that came after Qt. A traceback reads its lines again."""
    linecache.clearcache()
