"""What the group of desks may do in a team's database, and where the database says otherwise.

The newest migration grants it; `database check` compares, and so does a test.
"""

import re
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, text

from kcc_desktop.data.team import GROUP

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
_TASK = (
    "party_id, state, closed_at, owner_colleague_id, due_at, queue_code, taken_by, taken_at, attempts, next_try_at, "
    "rappels, moves, meant_for, calling_at"
)
_APPOINTMENT = (
    "state, expires_at, party_id, language, unless_reason, confidentiality, owner_cluster_id, contact_id, "
    "needs_interpreter"
)
_PRODUCT = (
    "name, upl_name, upl_uri, keywords, owner, answer, link, is_street_report, approach, advises_contact, queue_code"
)
_ATTENDEE = "name, age, party_id, consent, authority"
_BOOKING = (
    "state, external_id, reference, location, starts_at, ends_at, party_id, contact_id, confidentiality, "
    "owner_cluster_id"
)
_TICKET = (
    "location_id, prefix, number, state, skills, wanted_counter_id, counter_id, identity, outcome_code, "
    "conversation_id, called_at, announced_at, served_at, host_told_at, moves"
)
_VISIT = (
    "state, worker_id, second_worker_id, quantum, local_on, window_from, window_until, travel_minutes, travel_source, "
    "party_id, conversation_id, contact_id, confidentiality, owner_cluster_id, expires_at, outcome, identity_checked"
)
_MESSAGE = "state, attempts, not_before, sender_id, moved_at, is_called_off, carrier, carrier_id, delivery, hindrance"
_QUEUE = "name, cluster_id, skills, norm_value, norm_unit, position, is_in_use, languages"
_WORKER = "name, position, skills, areas, latitude, longitude, start_address, cluster_id, agent_id, is_in_use"
_WORKER = "code, name, position, skills, areas, latitude, longitude, start_address, cluster_id, agent_id, is_in_use"
# What a desk does, and nothing else: no deletion where nothing may be deleted, no change of what is written once.
GRANTS = {
    "agent": "SELECT, INSERT, UPDATE (name, cluster_id, is_active)",
    "agent_role": "SELECT, INSERT, DELETE",
    "agent_session": "SELECT, INSERT",
    "agent_skill": "SELECT, INSERT, DELETE",
    "agreed_message": "SELECT, INSERT, DELETE",
    "alembic_version": "SELECT",
    "anonymous_count": "INSERT",
    "appointment": f"SELECT, INSERT, UPDATE ({_APPOINTMENT})",
    "appointment_attendee": f"SELECT, INSERT, UPDATE ({_ATTENDEE})",
    "appointment_event": "SELECT, INSERT",
    "appointment_text": "SELECT, INSERT, UPDATE (name)",
    "arrival": "SELECT, INSERT",
    "arrival_text": "SELECT, INSERT",
    "attachment": "SELECT, INSERT",
    "attachment_content": "SELECT, INSERT",
    "audit_line": "SELECT (chain_id, number, line_hash), INSERT",
    "block": "SELECT, INSERT, UPDATE (state)",
    "block_series": "SELECT, INSERT",
    "booking_elsewhere": f"SELECT, INSERT, UPDATE ({_BOOKING})",
    "booking_elsewhere_event": "SELECT, INSERT",
    "case_file": f"SELECT, INSERT, UPDATE ({_CASE})",
    "case_party": "SELECT, INSERT, DELETE",
    "case_step": "SELECT, INSERT, DELETE",
    "change_log": "SELECT, INSERT",
    "channel": "SELECT",
    "citizen_text": "SELECT, INSERT, UPDATE (body, changed_at, changed_by), DELETE",
    "closure": "SELECT, INSERT, UPDATE, DELETE",
    "cluster": "SELECT, INSERT",
    "colleague": f"SELECT, INSERT, UPDATE ({_COLLEAGUE})",
    "consent": "SELECT, INSERT",
    "contact": "SELECT, INSERT",
    "contact_approach": "SELECT, INSERT",
    "contact_case": "SELECT, INSERT",
    "contact_correction": "SELECT, INSERT",
    "contact_looked_up": "SELECT, INSERT",
    "contact_move": "SELECT, INSERT",
    "contact_participant": "SELECT, INSERT",
    "contact_text": "SELECT, INSERT",
    "conversation": "SELECT, INSERT",
    "counter": "SELECT, INSERT, UPDATE, DELETE",
    "counter_event": "SELECT, INSERT",
    "counter_lane": "SELECT, INSERT",
    "counter_state": "SELECT, INSERT, UPDATE (state, agent_id, since, moves)",
    "database_state": "SELECT",
    "digital_address": "SELECT, INSERT, UPDATE (label, is_preferred, ended_at, version)",
    "disclosure_refusal": "SELECT, INSERT",
    "disclosure_refusal_text": "SELECT, INSERT",
    "handover": "SELECT, INSERT",
    "handover_text": "SELECT, INSERT",
    "internal_task": f"SELECT, INSERT, UPDATE ({_TASK})",
    "location": "SELECT, INSERT, UPDATE, DELETE",
    "looking": "SELECT, INSERT, UPDATE (expires_at, is_editing), DELETE",
    "message_event": "SELECT, INSERT",
    "notice": "SELECT, INSERT, UPDATE (ended_at, ended_by)",
    "occupancy": "SELECT, INSERT, UPDATE (expires_at), DELETE",
    "organisation": f"SELECT, INSERT, UPDATE ({_ORGANISATION})",
    "outcome": "SELECT",
    "outgoing_message": f"SELECT, INSERT, UPDATE ({_MESSAGE})",
    "outgoing_text": "SELECT, INSERT",
    "party": f"SELECT, INSERT, UPDATE ({_PARTY})",
    "party_activity": "SELECT, INSERT, UPDATE (last_contact_at), DELETE",
    "party_address": "SELECT, INSERT, DELETE",
    "party_relation": "SELECT, INSERT, DELETE",
    "person": f"SELECT, INSERT, UPDATE ({_PERSON})",
    "postcode_point": "SELECT, INSERT, UPDATE (latitude, longitude)",
    "presence": "SELECT, INSERT, UPDATE (state, since, seen_at, moves)",
    "presence_event": "SELECT, INSERT",
    "product": f"SELECT, INSERT, UPDATE ({_PRODUCT})",
    "product_activity": "SELECT, INSERT, UPDATE (asked, last_asked_at)",
    "product_facts": "SELECT, INSERT, UPDATE, DELETE",
    "product_fee": "SELECT, INSERT, UPDATE, DELETE",
    "product_location": "SELECT, INSERT, UPDATE, DELETE",
    "queue_ticket": f"SELECT, INSERT, UPDATE ({_TICKET})",
    "queue_ticket_line": "SELECT, INSERT",
    "queue_ticket_text": "SELECT, INSERT, UPDATE (note)",
    "representation": "SELECT, INSERT",
    "representation_end": "SELECT, INSERT",
    "safety_note": "SELECT, INSERT, UPDATE (ended_at, ended_by)",
    "safety_note_text": "SELECT, INSERT",
    "search_party": "SELECT, INSERT, UPDATE (rank, words)",
    "search_token": "SELECT, INSERT, UPDATE (rank), DELETE",
    "search_word": "SELECT, INSERT",
    "street_event": "SELECT, INSERT",
    "street_message": "SELECT, INSERT",
    "street_number": "SELECT, INSERT, UPDATE (last)",
    "street_report": "SELECT, INSERT, UPDATE (state, closed_at, reporters, moves)",
    "street_report_text": "SELECT, INSERT",
    "street_reporter": "SELECT, INSERT",
    "task_case": "SELECT, INSERT",
    "task_number": "SELECT, INSERT, UPDATE (last)",
    "task_text": "SELECT, INSERT",
    "ticket_event": "SELECT, INSERT",
    "ticket_number": "SELECT, INSERT, UPDATE (last)",
    "timeline_entry": "SELECT, INSERT, UPDATE (party_id), DELETE",
    "visit": f"SELECT, INSERT, UPDATE ({_VISIT})",
    "visit_event": "SELECT, INSERT",
    "visit_party": "SELECT, INSERT, DELETE",
    "visit_place": "SELECT, INSERT",
    "visit_report": "SELECT, INSERT",
    "visit_stop": "SELECT, INSERT, UPDATE (quanta, expires_at), DELETE",
    "visit_text": "SELECT, INSERT, UPDATE (name)",
    "weekly_hours": "SELECT, INSERT, UPDATE, DELETE",
    "work_event": "SELECT, INSERT",
    "work_event_text": "SELECT, INSERT",
    "work_queue": f"SELECT, INSERT, UPDATE ({_QUEUE})",
    "worker": f"SELECT, INSERT, UPDATE ({_WORKER})",
    "worker_absence": "SELECT, INSERT, UPDATE (ended_at, ended_by)",
    "worker_day": "SELECT, INSERT, UPDATE (version)",
    "worker_hours": "SELECT, INSERT, UPDATE, DELETE",
}
# Tables whose rows are not everybody's, or not everybody's to change, each with the names of its policies.
_POLICIES = {
    "agent": "read add change remove",
    "agent_role": "read add change remove",
    "agent_session": "read add",
    "agent_skill": "read add remove",
    "agreed_message": "read add change remove",
    "anonymous_count": "add",
    "appointment": "read add change",
    "appointment_attendee": "read add change",
    "appointment_event": "read add",
    "appointment_text": "read add change",
    "arrival": "read add",
    "arrival_text": "read add",
    "attachment": "read add",
    "attachment_content": "read add",
    "audit_line": "read add",
    "block": "read add change",
    "block_series": "read add",
    "booking_elsewhere": "read add change",
    "booking_elsewhere_event": "read add",
    "case_file": "read add change remove",
    "case_party": "read add change remove",
    "case_step": "read add change remove",
    "citizen_text": "read add change remove",
    "closure": "read add change remove",
    "cluster": "read add change remove",
    "colleague": "read add change remove",
    "consent": "read add change remove",
    "contact": "read add",
    "contact_approach": "read add",
    "contact_case": "read add",
    "contact_correction": "read add",
    "contact_looked_up": "read add",
    "contact_move": "read add",
    "contact_participant": "read add",
    "contact_text": "read add",
    "conversation": "read add",
    "counter": "read add change remove",
    "counter_event": "read add",
    "counter_lane": "read add",
    "counter_state": "read add change",
    "digital_address": "read add change remove",
    "disclosure_refusal": "read add",
    "disclosure_refusal_text": "read add",
    "handover": "read add",
    "handover_text": "read add",
    "internal_task": "read add change add_message",
    "location": "read add change remove",
    "looking": "read add change remove",
    "message_event": "read add",
    "notice": "read add change",
    "occupancy": "read add change remove",
    "organisation": "read add change remove",
    "outgoing_message": "read add change",
    "outgoing_text": "read add",
    "party": "read add change remove",
    "party_address": "read add change remove",
    "party_relation": "read add change remove",
    "person": "read add change remove",
    "postcode_point": "read add change",
    "presence": "read add change",
    "presence_event": "read add",
    "product": "read add change",
    "product_facts": "read add change remove",
    "product_fee": "read add change remove",
    "product_location": "read add change remove",
    "queue_ticket": "read add change",
    "queue_ticket_line": "read add",
    "queue_ticket_text": "read add change",
    "representation": "read add change remove",
    "representation_end": "read add change remove",
    "safety_note": "read add change",
    "safety_note_text": "read add",
    "street_event": "read add",
    "street_message": "read add",
    "street_report": "read add change",
    "street_report_text": "read add",
    "street_reporter": "read add",
    "task_case": "read add",
    "task_text": "read add",
    "ticket_event": "read add",
    "ticket_number": "read add change",
    "timeline_entry": "read add change remove",
    "visit": "read add change",
    "visit_event": "read add",
    "visit_party": "read add remove",
    "visit_place": "read add",
    "visit_report": "read add",
    "visit_stop": "read add change remove",
    "visit_text": "read add change",
    "weekly_hours": "read add change remove",
    "work_event": "read add",
    "work_event_text": "read add",
    "work_queue": "read add change",
    "worker": "read add change",
    "worker_absence": "read add change",
    "worker_day": "read add change",
    "worker_hours": "read add change remove",
}
POLICIES = {table: set(names.split()) for table, names in _POLICIES.items()}

_MEMBERS = "SELECT m.member FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid WHERE g.rolname = :group"
_TABLES = "c.relnamespace = current_schema()::regnamespace AND c.relname IN :tables"
# Rights to a table or to a column of it: of the group, of everybody, and of a desk's login beside the group.
_GIVEN = text(
    "WITH given AS (SELECT c.relname, a.privilege_type, '' AS attname, a.grantee FROM pg_class AS c, "
    f"aclexplode(c.relacl) AS a WHERE {_TABLES} UNION ALL "
    "SELECT c.relname, a.privilege_type, t.attname, a.grantee FROM pg_class AS c "
    "JOIN pg_attribute AS t ON t.attrelid = c.oid AND NOT t.attisdropped, aclexplode(t.attacl) AS a "
    f"WHERE {_TABLES}) "
    "SELECT given.relname, privilege_type, attname, coalesce(r.rolname, 'PUBLIC') FROM given "
    "LEFT JOIN pg_roles AS r ON r.oid = given.grantee "
    f"WHERE given.grantee = 0 OR r.rolname = :group OR given.grantee IN ({_MEMBERS})"
).bindparams(bindparam("tables", expanding=True))
_SECURED = text(
    "SELECT c.relname, c.relrowsecurity, array_remove(array_agg(p.polname::text ORDER BY p.polname), NULL) "
    f"FROM pg_class AS c LEFT JOIN pg_policy AS p ON p.polrelid = c.oid WHERE {_TABLES} GROUP BY 1, 2"
).bindparams(bindparam("tables", expanding=True))
_PAST_ROWS = text(f"SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND oid IN ({_MEMBERS})")
_MAKERS = text(
    "SELECT coalesce(r.rolname, 'PUBLIC') FROM pg_namespace AS n, aclexplode(n.nspacl) AS a "
    "LEFT JOIN pg_roles AS r ON r.oid = a.grantee WHERE n.nspname = current_schema() AND a.privilege_type = 'CREATE' "
    f"AND (a.grantee = 0 OR r.rolname = :group OR a.grantee IN ({_MEMBERS}))"
)


def problems(connection: Connection) -> list[str]:
    """Where a desk may do less or more than it does; empty when it is right, and for a file."""
    if connection.dialect.name != "postgresql":
        return []
    wanted = {(table, *right) for table, what in GRANTS.items() for right in _rights(what)}
    asked = {"group": GROUP, "tables": [*GRANTS, *_UNTOUCHED]}
    given: set[tuple[str, str, str]] = set()
    found: list[str] = []
    for table, right, column, who in connection.execute(_GIVEN, asked):
        if who == GROUP:
            given.add((table, right, column))
        else:
            found.append(f"grants: {_said(table, right, column)} is given to {who}")
    found += [f"grants: {_said(*right)} is missing" for right in sorted(wanted - given)]
    found += [f"grants: {_said(*right)} is too much" for right in sorted(given - wanted)]
    for table, is_secured, policies in connection.execute(_SECURED, asked):
        if table in POLICIES and not is_secured:
            found.append(f"grants: {table} has no row security")
        elif set(policies) != POLICIES.get(table, set()):
            found.append(f"grants: {table} has other policies: {', '.join(policies)}")
    group = {"group": GROUP}
    found += [f"grants: {who} goes past row security" for who in connection.scalars(_PAST_ROWS, group)]
    found += [f"grants: {who} may make tables" for who in connection.scalars(_MAKERS, group)]
    return found


_UNTOUCHED = ("text_destruction", "refusal_destruction")  # retention is no desk's


def _rights(what: str) -> Iterator[tuple[str, str]]:
    """Each right with its column, which is empty for the whole table."""
    for right, columns in re.findall(r"(\w+)(?: \(([^)]*)\))?(?:, |$)", what):
        for column in columns.split(", "):
            yield right, column


def _said(table: str, right: str, column: str) -> str:
    return f"{right} on {table} ({column})" if column else f"{right} on {table}"
