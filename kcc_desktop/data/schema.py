"""All rows in one place, for migrations and checks, and the revision this program works with."""

from kcc_desktop.data import (
    agents,
    appointments,
    approaches,
    arrivals,
    audit,
    blocks,
    calendars,
    cases,
    change_log,
    citizen_texts,
    contacts,
    counter,
    disclosures,
    looking,
    messages,
    notices,
    parties,
    presence,
    products,
    search_index,
    street_reports,
    visits,
    work,
    workers,
)
from kcc_desktop.data.base import Base

REVISION = "0023"  # a test compares it with the newest migration
REVISION = "0022"  # a test compares it with the newest migration
METADATA = Base.metadata
MODULES = (
    agents,
    appointments,
    approaches,
    arrivals,
    audit,
    blocks,
    calendars,
    cases,
    change_log,
    citizen_texts,
    contacts,
    counter,
    disclosures,
    looking,
    messages,
    notices,
    parties,
    presence,
    products,
    search_index,
    street_reports,
    visits,
    work,
    workers,
)
