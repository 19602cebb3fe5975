"""Somebody who agreed to be written to, and the rules by which the tests' town writes."""

from sqlalchemy import insert

from kcc_desktop.data.columns import database_now
from kcc_desktop.data.parties import AgreedMessageRow, DigitalAddressRow, PartyRow, PersonRow
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.messages import MessageChannel
from kcc_desktop.services.message_planning import MessageRules

RULES = MessageRules("Meerbergen", frozenset({MessageChannel.EMAIL, MessageChannel.SMS}))


def agreeing(database, *, email="fatima@voorbeeld.nl", phone="", agreed=("confirmation", "reminder")):
    """A resident with these addresses and this consent at each; answers the party's id."""
    party = new_id()

    def work(connection):
        connection.execute(insert(PartyRow).values(id=party, kind="person", title="F. de Vries", sort_key="vries"))
        connection.execute(insert(PersonRow).values(party_id=party, given_names="Fatima", surname="Vries"))
        for kind, value in (("email", email), ("phone", phone)):
            if not value:
                continue
            address = new_id()
            connection.execute(insert(DigitalAddressRow).values(id=address, party_id=party, kind=kind, value=value))
            for message in agreed:
                connection.execute(
                    insert(AgreedMessageRow).values(address_id=address, kind=message, agreed_at=database_now())
                )

    database.unguarded_write(work)
    return party
