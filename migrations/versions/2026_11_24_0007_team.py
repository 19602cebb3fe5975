"""A team's database on its own guard: who may do what to each table, and who sees which rows.

On PostgreSQL every desk is a plain login and a member of one group, which may do what a desk does and nothing else. What
a role may not see is not there for it, whatever program asks: the agent's roles and cluster are looked up once in a
statement, and each row costs a comparison that gives nothing away, or one look at the contact's newest version.
On both databases a timeline says how confidential a contact is by the database's own word, not by a desktop's.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.team import make_group

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"

_PARTY = (
    "title, sort_key, preferred_channel, preferred_moment, language, needs_digital_help, digital_help_agreed_on, "
    "preferences_version, source, source_on"
)
_PERSON = (
    "a_number, bsn, given_names, prefix, surname, title, partner_prefix, partner_surname, name_usage, preferred_name, "
    "gender, birth_date, birth_place, death_date, is_deceased, restriction, under_investigation, under_curatorship, "
    "suspension"
)
_ORGANISATION = "name, trade_names, legal_form, kvk_number, branch_number, rsin, is_main, is_active"
_CASE = "reference, case_type, description, status, started_on, decide_by, ended_on, handler, department, result"
_COLLEAGUE = "kind, name, department, function, phone, email, availability"
# What a desk does, and nothing else: no deletion where nothing may be deleted, no change of what is written once.
GRANTS = {
    "agent": "SELECT, INSERT, UPDATE (name, cluster_id, is_active)",
    "agent_role": "SELECT, INSERT, DELETE",
    "agent_session": "SELECT, INSERT",
    "agreed_message": "SELECT, INSERT, DELETE",
    "alembic_version": "SELECT",
    "anonymous_count": "INSERT",
    "audit_line": "SELECT (chain_id, number, line_hash), INSERT",
    "case_file": f"SELECT, INSERT, UPDATE ({_CASE})",
    "case_party": "SELECT, INSERT, DELETE",
    "case_step": "SELECT, INSERT, DELETE",
    "change_log": "SELECT, INSERT",
    "channel": "SELECT",
    "cluster": "SELECT, INSERT",
    "colleague": f"SELECT, INSERT, UPDATE ({_COLLEAGUE})",
    "consent": "SELECT, INSERT",
    "contact": "SELECT, INSERT",
    "contact_case": "SELECT, INSERT",
    "contact_correction": "SELECT, INSERT",
    "contact_looked_up": "SELECT, INSERT",
    "contact_move": "SELECT, INSERT",
    "contact_participant": "SELECT, INSERT",
    "contact_text": "SELECT, INSERT",
    "conversation": "SELECT, INSERT",
    "database_state": "SELECT",
    "digital_address": "SELECT, INSERT, UPDATE (label, is_preferred, ended_at, version)",
    "disclosure_refusal": "SELECT, INSERT",
    "disclosure_refusal_text": "SELECT, INSERT",
    "handover": "SELECT, INSERT",
    "handover_text": "SELECT, INSERT",
    "internal_task": "SELECT, INSERT, UPDATE (party_id)",
    "notice": "SELECT, INSERT, UPDATE (ended_at, ended_by)",
    "organisation": f"SELECT, INSERT, UPDATE ({_ORGANISATION})",
    "outcome": "SELECT",
    "party": f"SELECT, INSERT, UPDATE ({_PARTY})",
    "party_activity": "SELECT, INSERT, UPDATE (last_contact_at), DELETE",
    "party_address": "SELECT, INSERT, DELETE",
    "party_relation": "SELECT, INSERT, DELETE",
    "person": f"SELECT, INSERT, UPDATE ({_PERSON})",
    "product": "SELECT, INSERT, UPDATE (name, upl_name, upl_uri, keywords, owner, answer, link)",
    "product_activity": "SELECT, INSERT, UPDATE (asked, last_asked_at)",
    "representation": "SELECT, INSERT",
    "representation_end": "SELECT, INSERT",
    "search_party": "SELECT, INSERT, UPDATE (rank, words)",
    "search_token": "SELECT, INSERT, UPDATE (rank), DELETE",
    "search_word": "SELECT, INSERT",
    "task_case": "SELECT, INSERT",
    "task_number": "SELECT, INSERT, UPDATE (last)",
    "task_text": "SELECT, INSERT",
    "timeline_entry": "SELECT, INSERT, UPDATE (party_id), DELETE",
}
SEQUENCE = "change_log_sequence_seq"

# As the program had them when this was written; a test compares.
_DESK = ("read_party", "edit_party", "read_contact", "record_contact", "correct_contact", "reveal")
PERMISSIONS = {
    "agent": _DESK,
    "counter": _DESK,
    "back_office": _DESK,
    "neighbourhood": (*_DESK, "read_confidential"),
    "visitor": ("read_party", "read_contact", "record_contact"),
    "team_lead": (*_DESK, "read_confidential", "read_enforcement", "put_notice"),
    "editor": ("edit_catalogue", "put_notice"),
    "administrator": ("administer", "edit_catalogue", "put_notice"),
    "auditor": ("read_audit",),
}


def _may(*permissions: str) -> str:
    """Asked once in a statement, whatever the number of rows."""
    return f"(SELECT kcc_may({', '.join(map(repr, permissions))}))"


_AGENT = "(SELECT kcc_agent())"
_LOOK = "(SELECT kcc_sight()), (SELECT kcc_cluster())"
_READS, _RECORDS, _CORRECTS = _may("read_contact"), _may("record_contact"), _may("correct_contact")
_RULES = _may("administer")
_OF_CONTACT = {"read": f"kcc_sees(contact_id, {_LOOK})", "add": "kcc_is_mine(contact_id)"}
_CHANGES_CONTACT = {"read": _OF_CONTACT["read"], "add": f"{_CORRECTS} AND {_OF_CONTACT['read']}"}
_OF_PARTY = {
    "read": _may("read_party", "administer"),
    "add": _may("edit_party", "administer"),
    "change": _may("edit_party", "administer"),
    "remove": _may("edit_party", "administer"),
}
_OF_CASE = {"read": _may("read_contact", "administer"), "add": _RULES, "change": _RULES, "remove": _RULES}
_LIST = {"read": "true", "add": _RULES, "change": _RULES, "remove": _RULES}
# Who may read, add, change and remove which rows of a table; what is not named here nobody may but the owner.
POLICIES = {
    "agent": _LIST,
    "agent_role": _LIST,
    "cluster": _LIST,
    "colleague": _LIST,
    "product": {"read": "true", "add": _may("edit_catalogue"), "change": _may("edit_catalogue")},
    "notice": {
        "read": "true",
        "add": _may("put_notice"),
        "change": f"{_may('put_notice')} AND (ended_by IS NULL OR ended_by = {_AGENT})",
    },
    "agent_session": {"read": f"agent_id = {_AGENT}", "add": f"agent_id = {_AGENT}"},
    "audit_line": {"read": f"actor_id = {_AGENT}", "add": f"actor_id = {_AGENT}"},
    "anonymous_count": {"add": _RECORDS},
    "party": _OF_PARTY,
    "person": _OF_PARTY,
    "organisation": _OF_PARTY,
    "party_address": _OF_PARTY,
    "digital_address": _OF_PARTY,
    "agreed_message": _OF_PARTY,
    "consent": _OF_PARTY,
    "party_relation": _OF_PARTY,
    "representation": _OF_PARTY,
    "representation_end": _OF_PARTY,
    "case_file": _OF_CASE,
    "case_party": _OF_CASE,
    "case_step": _OF_CASE,
    "conversation": {
        "read": f"recorded_by = {_AGENT} OR kcc_sees_conversation(id, {_LOOK})",
        "add": _RECORDS,
    },
    "contact_participant": {
        "read": f"kcc_sees_conversation(conversation_id, {_LOOK})",
        "add": "kcc_is_mine(conversation_id)",
    },
    "contact": {
        "read": f"kcc_sees(id, {_LOOK})",
        "add": f"{_RECORDS} AND owner_cluster_id IS NOT DISTINCT FROM (SELECT kcc_cluster())",
    },
    "contact_text": {
        "read": f"kcc_sees_version(contact_id, version, {_LOOK})",
        "add": "kcc_wrote(contact_id, version)",
    },
    "contact_correction": _CHANGES_CONTACT,
    "contact_move": _CHANGES_CONTACT,
    "contact_looked_up": _OF_CONTACT,
    "contact_case": _OF_CONTACT,
    "handover": _OF_CONTACT,
    "handover_text": {"read": f"kcc_sees_part(handover_id, {_LOOK})", "add": "kcc_is_mine(handover_id)"},
    "internal_task": {
        "read": f"kcc_sees_part(id, {_LOOK})",
        "add": f"{_RECORDS} AND kcc_is_mine(contact_id)",
        "change": _CORRECTS,
    },
    "task_text": {"read": f"kcc_sees_part(task_id, {_LOOK})", "add": "kcc_is_mine(task_id)"},
    "task_case": {"read": f"kcc_sees_part(task_id, {_LOOK})", "add": "kcc_is_mine(task_id)"},
    "disclosure_refusal": {"read": _READS, "add": _RECORDS},
    "disclosure_refusal_text": {"read": _READS, "add": "kcc_is_mine(refusal_id)"},
    "timeline_entry": {
        "read": "confidentiality = ANY ((SELECT kcc_sight())::text[]) "
        "OR (confidentiality = 'confidential' AND owner_cluster_id = (SELECT kcc_cluster())) "
        f"OR (kind = 'case' AND {_RULES})",
        "add": f"(kind <> 'case' AND {_RECORDS}) OR (kind = 'case' AND {_RULES})",
        "change": f"kind = 'disclosure_refusal' AND {_CORRECTS}",
        "remove": f"(kind <> 'case' AND {_CORRECTS}) OR (kind = 'case' AND {_RULES})",
    },
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE", "remove": "DELETE"}

_SIGHT = "sight text[], own_cluster uuid"
_MAY_CASE = " ".join(f"WHEN '{role}' THEN ARRAY[{', '.join(map(repr, may))}]" for role, may in PERMISSIONS.items())
# What the policies ask. They look past row security, with a search path that nobody can lead elsewhere.
FUNCTIONS = {
    "kcc_agent()": ("uuid", "RETURN (SELECT id FROM agent WHERE login = session_user::text AND is_active);"),
    "kcc_may(VARIADIC wanted text[])": (
        "boolean",
        "RETURN EXISTS (SELECT 1 FROM agent AS a JOIN agent_role AS r ON r.agent_id = a.id "
        f"WHERE a.login = session_user::text AND a.is_active AND wanted && (CASE r.role {_MAY_CASE} END));",
    ),
    # The own cluster of whoever may read contacts at all.
    "kcc_cluster()": (
        "uuid",
        "RETURN (SELECT cluster_id FROM agent WHERE login = session_user::text AND is_active "
        "AND kcc_may('read_contact'));",
    ),
    "kcc_sight()": (
        "text[]",
        "IF NOT kcc_may('read_contact') THEN RETURN '{}'; END IF; "
        "RETURN ARRAY['open'] || CASE WHEN kcc_may('read_confidential') THEN ARRAY['confidential'] ELSE '{}' END "
        "|| CASE WHEN kcc_may('read_enforcement') THEN ARRAY['enforcement'] ELSE '{}' END;",
    ),
    f"kcc_sees(contact uuid, {_SIGHT})": (
        "boolean",
        "DECLARE secrecy text; of_cluster uuid; BEGIN "
        "SELECT coalesce((SELECT n.confidentiality FROM contact_correction AS n WHERE n.contact_id = c.id "
        "ORDER BY n.version DESC LIMIT 1), c.confidentiality), c.owner_cluster_id INTO secrecy, of_cluster "
        "FROM contact AS c WHERE c.id = contact; "
        "RETURN secrecy = ANY (sight) OR (secrecy = 'confidential' AND of_cluster = own_cluster); END;",
    ),
    # A version that was confidential stays so when a later one is not.
    f"kcc_sees_version(contact uuid, number integer, {_SIGHT})": (
        "boolean",
        "DECLARE newest text; was text; of_cluster uuid; BEGIN "
        "SELECT coalesce((SELECT n.confidentiality FROM contact_correction AS n WHERE n.contact_id = c.id "
        "ORDER BY n.version DESC LIMIT 1), c.confidentiality), CASE WHEN number = 1 THEN c.confidentiality ELSE "
        "(SELECT n.confidentiality FROM contact_correction AS n WHERE n.contact_id = c.id AND n.version = number) END, "
        "c.owner_cluster_id INTO newest, was, of_cluster FROM contact AS c WHERE c.id = contact; "
        "RETURN (newest = ANY (sight) OR (newest = 'confidential' AND of_cluster = own_cluster)) "
        "AND (was = ANY (sight) OR (was = 'confidential' AND of_cluster = own_cluster)); END;",
    ),
    f"kcc_sees_conversation(conversation uuid, {_SIGHT})": (
        "boolean",
        "RETURN EXISTS (SELECT 1 FROM contact AS c WHERE c.conversation_id = conversation "
        "AND kcc_sees(c.id, sight, own_cluster));",
    ),
    # A task or a handover: as confidential as its contact; one that came from none is everybody's who reads contacts.
    f"kcc_sees_part(part uuid, {_SIGHT})": (
        "boolean",
        "RETURN (SELECT CASE WHEN p.contact_id IS NULL THEN 'open' = ANY (sight) "
        "ELSE kcc_sees(p.contact_id, sight, own_cluster) END FROM (SELECT t.contact_id FROM internal_task AS t "
        "WHERE t.id = part UNION ALL SELECT h.contact_id FROM handover AS h WHERE h.id = part) AS p LIMIT 1);",
    ),
    "kcc_is_mine(thing uuid)": (
        "boolean",
        "RETURN EXISTS (SELECT 1 FROM contact WHERE id = thing AND recorded_by = kcc_agent()) "
        "OR EXISTS (SELECT 1 FROM conversation WHERE id = thing AND recorded_by = kcc_agent()) "
        "OR EXISTS (SELECT 1 FROM internal_task WHERE id = thing AND created_by = kcc_agent()) "
        "OR EXISTS (SELECT 1 FROM handover AS h JOIN contact AS c ON c.id = h.contact_id "
        "WHERE h.id = thing AND c.recorded_by = kcc_agent()) "
        'OR EXISTS (SELECT 1 FROM disclosure_refusal WHERE id = thing AND "by" = kcc_agent());',
    ),
    "kcc_wrote(contact uuid, number integer)": (
        "boolean",
        "IF number = 1 THEN RETURN EXISTS (SELECT 1 FROM contact AS c WHERE c.id = contact "
        "AND c.recorded_by = kcc_agent()); END IF; "
        "RETURN EXISTS (SELECT 1 FROM contact_correction AS n WHERE n.contact_id = contact AND n.version = number "
        "AND n.made_by = kcc_agent());",
    ),
}
# Doors for what a desk must know of things that its agent may not see.
DOORS = {
    # That something was asked for which is there, for the audit's line about the refusal.
    "kcc_is_contact(thing uuid)": (
        "boolean",
        "RETURN kcc_agent() IS NOT NULL AND EXISTS (SELECT 1 FROM contact WHERE id = thing);",
    ),
    "kcc_is_task(thing uuid)": (
        "boolean",
        "RETURN kcc_agent() IS NOT NULL AND EXISTS (SELECT 1 FROM internal_task WHERE id = thing);",
    ),
    # What I recorded in a conversation, when I submit it again.
    "kcc_recorded(conversation uuid)": (
        "TABLE (contact_id uuid, party_id uuid, position_in integer)",
        "RETURN QUERY SELECT c.id, c.party_id, c.position FROM contact AS c WHERE c.conversation_id = conversation "
        "AND (c.recorded_by = kcc_agent() OR kcc_sees(c.id, kcc_sight(), kcc_cluster()));",
    ),
    # What I promised in these contacts.
    "kcc_promised(contacts uuid[])": (
        "TABLE (id uuid, reference varchar, kind varchar, state varchar, due_at timestamptz, party_id uuid, "
        "owner varchar, explanation text, phone varchar)",
        "RETURN QUERY SELECT t.id, t.reference, t.kind, t.state, t.due_at, t.party_id, o.name, x.explanation, x.phone "
        "FROM internal_task AS t LEFT JOIN colleague AS o ON o.id = t.owner_colleague_id "
        "LEFT JOIN task_text AS x ON x.task_id = t.id "
        "WHERE t.contact_id = ANY (contacts) "
        "AND (t.created_by = kcc_agent() OR kcc_sees_part(t.id, kcc_sight(), kcc_cluster()));",
    ),
    # Whether another contact of a conversation that I move one of stays behind with whom it was noted.
    "kcc_stays(conversation uuid, party uuid)": (
        "boolean",
        "RETURN kcc_may('correct_contact') AND EXISTS (SELECT 1 FROM contact AS c JOIN timeline_entry AS e "
        "ON e.object_id = c.id WHERE c.conversation_id = conversation AND e.party_id = party);",
    ),
    # Which of these contacts stand with people who are not to be named any more.
    "kcc_standing_with(contacts uuid[], parties uuid[])": (
        "TABLE (contact_id uuid)",
        "RETURN QUERY SELECT e.object_id FROM timeline_entry AS e WHERE kcc_may('read_contact') "
        "AND e.object_id = ANY (contacts) AND e.party_id = ANY (parties) AND e.kind = 'contact';",
    ),
}
FOLLOW = (
    "UPDATE timeline_entry SET confidentiality = NEW.confidentiality WHERE object_id IN "
    "(SELECT NEW.contact_id UNION ALL SELECT id FROM internal_task WHERE contact_id = NEW.contact_id)"
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"CREATE TRIGGER secrecy_contact_correction AFTER INSERT ON contact_correction BEGIN {FOLLOW}; END")
        return
    make_group(op.get_bind(), GROUP)
    for name, (returns, body) in {**FUNCTIONS, **DOORS}.items():
        _function(name, returns, body)
    _function("kcc_follow_secrecy()", "trigger", f"{FOLLOW}; RETURN NULL;", is_volatile=True)
    op.execute(
        "CREATE TRIGGER secrecy_contact_correction AFTER INSERT ON contact_correction "
        "FOR EACH ROW EXECUTE FUNCTION kcc_follow_secrecy()"
    )
    for table, policies in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in policies.items():
            clause = {"add": f"WITH CHECK ({rule})", "change": f"USING ({rule}) WITH CHECK ({rule})"}
            op.execute(
                f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause.get(name, f'USING ({rule})')}"
            )
    # Until PostgreSQL 15 everybody may make tables beside ours. Refused without a word where it is not the owner's say.
    op.execute(f"REVOKE CREATE ON SCHEMA {_schema()} FROM PUBLIC")
    op.execute(f"GRANT USAGE ON SCHEMA {_schema()} TO {GROUP}")
    op.execute(f"GRANT USAGE ON SEQUENCE {SEQUENCE} TO {GROUP}")
    for table, what in GRANTS.items():
        op.execute(f"GRANT {what} ON {table} TO {GROUP}")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def _function(name: str, returns: str, body: str, *, is_volatile: bool = False) -> None:
    """Named last: left out, temporary tables would come first, and anybody can make one called agent."""
    whole = body if body.startswith("DECLARE") else f"BEGIN {body} END;"
    kind = "VOLATILE" if is_volatile else "STABLE"
    op.execute(
        f"CREATE FUNCTION {name} RETURNS {returns} LANGUAGE plpgsql {kind} SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ {whole} $$"
    )
    op.execute(f"REVOKE ALL ON FUNCTION {_signature(name)} FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION {_signature(name)} TO {GROUP}")


def _signature(name: str) -> str:
    """As a function is called when nothing is made: its name and the types of its arguments."""
    bare, _, arguments = name.rstrip(")").partition("(")
    types = [("VARIADIC " if "VARIADIC" in part else "") + part.split()[-1] for part in arguments.split(",") if part]
    return f"{bare}({', '.join(types)})"


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER secrecy_contact_correction")
        return
    for table in GRANTS:
        op.execute(f"REVOKE ALL ON {table} FROM {GROUP}")
    op.execute(f"REVOKE ALL ON SEQUENCE {SEQUENCE} FROM {GROUP}")
    op.execute(f"REVOKE ALL ON SCHEMA {_schema()} FROM {GROUP}")
    for table, policies in POLICIES.items():
        for name in policies:
            op.execute(f"DROP POLICY {name} ON {table}")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    op.execute("DROP TRIGGER secrecy_contact_correction ON contact_correction")
    for name in ("kcc_follow_secrecy()", *reversed([*FUNCTIONS, *DOORS])):
        op.execute(f"DROP FUNCTION {_signature(name)}")
    # The group stays: it is the whole server's, other databases may know it, and its members are not ours to forget.
