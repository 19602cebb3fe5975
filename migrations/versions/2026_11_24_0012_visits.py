"""Visits on location: who goes out and when, what stands in a worker's day, where a postcode lies, and safety notes.

A visit owns its workers' time in the table of occupied time exactly while its state blocks, like an appointment its
counter's. Whatever changes where a worker is when counts in that worker's day: two desks never judge one day at once.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Day, Id, Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
WRITTEN_ONCE = ("visit_event", "visit_party", "visit_report")
ACTORS = (
    ("visit", "made_by"),
    ("visit_event", "actor_id"),
    ("worker_absence", "made_by"),
    ("safety_note", "made_by"),
)
BLOCKING = "'held', 'planned', 'dispatched', 'en_route', 'on_site'"
PROMISED = "'planned', 'dispatched', 'en_route', 'on_site'"
# What of a visit stays; its state, when and by whom it is, and what came of it change.
OF_VISIT = "id, reference, product_id, skills, with_second, quanta, replaces_id, follow_up_of, made_at, made_by"
OF_ABSENCE = "id, worker_id, quantum, quanta, reason, made_at, made_by"
OF_NOTE = "id, party_id, address_key, ground, ends_on, made_at, made_by"
PLACED = "state, worker_id, second_worker_id, quantum"

_VISIT = (
    "state, worker_id, second_worker_id, quantum, local_on, window_from, window_until, travel_minutes, travel_source, "
    "party_id, conversation_id, confidentiality, owner_cluster_id, expires_at, outcome, identity_checked"
)
_WORKER = "name, position, skills, areas, latitude, longitude, start_address, cluster_id, agent_id, is_in_use"
GRANTS = {
    "postcode_point": "SELECT, INSERT, UPDATE (latitude, longitude)",
    "safety_note": "SELECT, INSERT, UPDATE (ended_at, ended_by)",
    "safety_note_text": "SELECT, INSERT",
    "visit": f"SELECT, INSERT, UPDATE ({_VISIT})",
    "visit_event": "SELECT, INSERT",
    "visit_party": "SELECT, INSERT",
    "visit_place": "SELECT, INSERT",
    "visit_report": "SELECT, INSERT",
    "visit_stop": "SELECT, INSERT, UPDATE (quanta, expires_at), DELETE",
    "visit_text": "SELECT, INSERT",
    "worker": f"SELECT, INSERT, UPDATE ({_WORKER})",
    "worker_absence": "SELECT, INSERT, UPDATE (ended_at, ended_by)",
    "worker_day": "SELECT, INSERT, UPDATE (version)",
    "worker_hours": "SELECT, INSERT, UPDATE, DELETE",
}
SEQUENCE = "visit_event_number_seq"
_LISTS = "(SELECT kcc_may('keep_lists'))"
_MOVES = "(SELECT kcc_may('plan', 'visit'))"
_BLOCKS = "(SELECT kcc_may('block'))"
_SAFETY = "(SELECT kcc_may('read_safety'))"
# As confidential as the contact it was planned in.
_SEES = (
    "confidentiality = ANY ((SELECT kcc_sight())::text[]) "
    "OR (confidentiality = 'confidential' AND owner_cluster_id = (SELECT kcc_cluster()))"
)
# A function, not EXISTS: PostgreSQL may answer that by reading everybody's visits once and hashing them.
_SEES_IT = "kcc_sees_visit(visit_id, (SELECT kcc_sight()), (SELECT kcc_cluster()))"
_OF_VISIT = {"read": _SEES_IT, "add": _MOVES}
POLICIES = {
    "postcode_point": {"read": "true", "add": _LISTS, "change": _LISTS},
    "safety_note": {"read": _SAFETY, "add": _SAFETY, "change": _SAFETY},
    "safety_note_text": {"read": _SAFETY, "add": _SAFETY},
    # A statement without WHERE reads nothing, so that the rule for reading does not hold for it: said here again.
    "visit": {"read": _SEES, "add": _MOVES, "change": f"{_MOVES} AND ({_SEES})"},
    "visit_event": _OF_VISIT,
    "visit_party": _OF_VISIT,
    "visit_place": _OF_VISIT,
    "visit_report": _OF_VISIT,
    # Where somebody is when, to a hundred metres, and neither who nor why.
    "visit_stop": {"read": _MOVES, "add": _MOVES, "change": _MOVES, "remove": _MOVES},
    "visit_text": _OF_VISIT,
    "worker": {"read": "true", "add": _LISTS, "change": _LISTS},
    "worker_absence": {"read": "true", "add": _BLOCKS, "change": _BLOCKS},
    "worker_day": {
        "read": "true",
        "add": "(SELECT kcc_may('plan', 'visit', 'block'))",
        "change": "(SELECT kcc_may('plan', 'visit', 'block'))",
    },
    "worker_hours": {"read": "true", "add": _LISTS, "change": _LISTS, "remove": _LISTS},
}
FUNCTIONS = (
    "kcc_sees_visit(uuid, text[], uuid)",
    "kcc_safety_subjects(uuid[], text[], date)",
    "kcc_let_go_of_hold(uuid)",
)
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE", "remove": "DELETE"}
# A visitor gives time back when the visit is over, and who blocks takes it.
WHO_OCCUPIES = {"before": "(SELECT kcc_may('plan'))", "now": "(SELECT kcc_may('plan', 'visit', 'block'))"}

_WORKERS = "(1 + (NEW.second_worker_id IS NOT NULL){int})"
_AT_WORKERS = "IN (NEW.worker_id, NEW.second_worker_id)"
# What a visit in a blocking state must have, with the cast from boolean put in by each database.
HAS_ITS_TIME = (
    "(SELECT count(*) FROM occupancy WHERE owner_id = NEW.id) = NEW.quanta * {workers} "
    f"AND (SELECT count(*) FROM occupancy WHERE owner_id = NEW.id AND resource_id {_AT_WORKERS} "
    "AND quantum >= NEW.quantum AND quantum < NEW.quantum + NEW.quanta) = NEW.quanta * {workers} "
    f"AND (SELECT count(*) FROM visit_stop WHERE visit_id = NEW.id AND worker_id {_AT_WORKERS} "
    "AND local_on = NEW.local_on AND quantum = NEW.quantum AND quanta = NEW.quanta) = {workers}"
)
ABSENCE_HAS_ITS_TIME = (
    "(SELECT count(*) FROM occupancy WHERE owner_id = NEW.id AND resource_id = NEW.worker_id "
    "AND quantum >= NEW.quantum AND quantum < NEW.quantum + NEW.quanta) = NEW.quanta"
)
OWNER_PROMISED = (
    f"EXISTS (SELECT 1 FROM visit WHERE id = OLD.owner_id AND state IN ({PROMISED})) "
    "OR EXISTS (SELECT 1 FROM worker_absence WHERE id = OLD.owner_id AND ended_at IS NULL)"
)
STOP_PROMISED = f"EXISTS (SELECT 1 FROM visit WHERE id = OLD.visit_id AND state IN ({PROMISED}))"
COUNT_DAY = (
    "INSERT INTO worker_day (worker_id, local_on, version) VALUES ({stop}.worker_id, {stop}.local_on, 1) "
    "ON CONFLICT (worker_id, local_on) DO UPDATE SET version = worker_day.version + 1"
)


def upgrade() -> None:
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()
        _let_desks_in()


def _guard_sqlite() -> None:
    def refuse(name: str, when: str, why: str) -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")

    for table in WRITTEN_ONCE:
        for verb in ("UPDATE", "DELETE"):
            refuse(f"guard_{table}_{verb.lower()}", f"{verb} ON {table}", f"{table} is written once")
    for table, column in ACTORS:
        refuse(
            f"actor_{table}",
            f"INSERT ON {table} WHEN NEW.{column} IS NOT (SELECT id FROM agent WHERE login = kcc_login())",
            f"{table} names another agent",
        )
    for table, columns, why in (
        ("visit", OF_VISIT, "a visit is moved by another one"),
        ("worker_absence", OF_ABSENCE, "an absence is ended, not changed"),
        ("safety_note", OF_NOTE, "a safety note is ended, not changed"),
    ):
        refuse(f"guard_{table}_update", f"UPDATE OF {columns} ON {table}", why)
        refuse(f"guard_{table}_delete", f"DELETE ON {table}", f"{table} is ended, not deleted")
    has_time = HAS_ITS_TIME.format(workers=_WORKERS.format(int=""))
    for name, verb in (("insert", "INSERT"), ("update", f"UPDATE OF {PLACED}")):
        refuse(
            f"occupancy_of_visit_{name}",
            f"{verb} ON visit WHEN NEW.state IN ({BLOCKING}) AND NOT ({has_time})",
            "a visit without its time",
        )
    refuse(
        "occupancy_of_worker_absence",
        f"INSERT ON worker_absence WHEN NEW.ended_at IS NULL AND NOT ({ABSENCE_HAS_ITS_TIME})",
        "an absence without its time",
    )
    refuse("guard_occupancy_of_workers", f"DELETE ON occupancy WHEN {OWNER_PROMISED}", "this time is promised")
    refuse("guard_visit_stop_delete", f"DELETE ON visit_stop WHEN {STOP_PROMISED}", "this stop is promised")
    refuse(
        "guard_visit_stop_update",
        f"UPDATE OF visit_id, worker_id, local_on, quantum, quanta, latitude, longitude ON visit_stop "
        f"WHEN {STOP_PROMISED} OR NEW.quanta > OLD.quanta OR NEW.quantum <> OLD.quantum OR NEW.local_on <> OLD.local_on",
        "a stop does not move",
    )
    for name, verb, stop in (
        ("insert", "INSERT", "NEW"),
        ("update", "UPDATE OF quanta, expires_at", "NEW"),
        ("delete", "DELETE", "OLD"),
    ):
        op.execute(
            f"CREATE TRIGGER count_worker_day_{name} AFTER {verb} ON visit_stop BEGIN {COUNT_DAY.format(stop=stop)}; END"
        )


def _guard_postgresql() -> None:
    for table in WRITTEN_ONCE:
        op.execute(
            f"CREATE TRIGGER guard_{table} BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
        )
    for table, column in ACTORS:
        op.execute(
            f"CREATE TRIGGER actor_{table} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION kcc_actor('{column}')"
        )
    for table, columns in (("visit", OF_VISIT), ("worker_absence", OF_ABSENCE), ("safety_note", OF_NOTE)):
        op.execute(
            f"CREATE TRIGGER guard_{table} BEFORE UPDATE OF {columns} OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
        )
    has_time = HAS_ITS_TIME.format(workers=_WORKERS.format(int="::int"))
    _trigger(
        "kcc_visit_has_its_time",
        _refuse(f"NEW.state IN ({BLOCKING}) AND NOT ({has_time})", "a visit without its time") + "RETURN NEW;",
        f"occupancy_of_visit BEFORE INSERT OR UPDATE OF {PLACED} ON visit",
    )
    _trigger(
        "kcc_absence_has_its_time",
        _refuse(f"NEW.ended_at IS NULL AND NOT ({ABSENCE_HAS_ITS_TIME})", "an absence without its time")
        + "RETURN NEW;",
        "occupancy_of_worker_absence BEFORE INSERT ON worker_absence",
    )
    _trigger(
        "kcc_keeps_workers_time",
        _refuse(OWNER_PROMISED, "this time is promised") + "RETURN OLD;",
        "guard_occupancy_of_workers BEFORE DELETE ON occupancy",
    )
    _trigger(
        "kcc_keeps_stops",
        _refuse(STOP_PROMISED, "this stop is promised")
        + "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; "
        + _refuse(
            "NEW.quanta > OLD.quanta OR NEW.quantum <> OLD.quantum OR NEW.local_on <> OLD.local_on",
            "a stop does not move",
        )
        + "RETURN NEW;",
        "guard_visit_stop BEFORE DELETE OR UPDATE OF visit_id, worker_id, local_on, quantum, quanta, latitude, "
        "longitude ON visit_stop",
    )
    _trigger(
        "kcc_count_worker_day",
        f"IF TG_OP = 'DELETE' THEN {COUNT_DAY.format(stop='OLD')}; ELSE {COUNT_DAY.format(stop='NEW')}; END IF; "
        "RETURN NULL;",
        "count_worker_day AFTER INSERT OR DELETE OR UPDATE OF quanta, expires_at ON visit_stop",
    )


def _refuse(when: str, why: str) -> str:
    return f"IF {when} THEN RAISE EXCEPTION '{why}' USING ERRCODE = 'integrity_constraint_violation'; END IF; "


def _trigger(function: str, body: str, trigger: str) -> None:
    op.execute(
        f"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN {body} END $$"
    )
    op.execute(f"CREATE TRIGGER {trigger} FOR EACH ROW EXECUTE FUNCTION {function}()")


def _let_desks_in() -> None:
    look = f"STABLE SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp"
    op.execute(
        f"CREATE FUNCTION kcc_sees_visit(thing uuid, sight text[], own_cluster uuid) RETURNS boolean "
        f"LANGUAGE plpgsql {look} AS $$ BEGIN RETURN EXISTS (SELECT 1 FROM visit AS v WHERE v.id = thing "
        "AND (v.confidentiality = ANY (sight) "
        "OR (v.confidentiality = 'confidential' AND v.owner_cluster_id = own_cluster))); END; $$"
    )
    # That there is a note is for whoever plans or goes there; what it says is not told here.
    op.execute(
        "CREATE FUNCTION kcc_safety_subjects(parties uuid[], addresses text[], today date) "
        f"RETURNS TABLE (about uuid, address text) LANGUAGE plpgsql {look} AS $$ BEGIN "
        "RETURN QUERY SELECT n.party_id, n.address_key::text FROM safety_note AS n "
        "WHERE kcc_may('plan', 'visit', 'read_safety') AND n.ended_at IS NULL AND n.ends_on >= today "
        "AND (n.party_id = ANY (parties) OR (n.address_key <> '' AND n.address_key = ANY (addresses))); END; $$"
    )
    # A hold that ran out is in everybody's way, also of those who may not know what it was for.
    op.execute(
        "CREATE FUNCTION kcc_let_go_of_hold(thing uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "UPDATE visit SET state = 'released', expires_at = NULL WHERE id = thing AND state = 'held' "
        "AND expires_at <= now() AND kcc_may('plan', 'visit', 'block'); IF NOT FOUND THEN RETURN false; END IF; "
        "INSERT INTO visit_event (visit_id, from_state, to_state, by_whom, reason, at, actor_id) "
        "VALUES (thing, 'held', 'released', '', 'ran out', now(), kcc_agent()); RETURN true; END; $$"
    )
    for function in FUNCTIONS:
        op.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
        op.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {GROUP}")
    for table, policies in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in policies.items():
            clause = {"add": f"WITH CHECK ({rule})", "change": f"USING ({rule}) WITH CHECK ({rule})"}
            op.execute(
                f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause.get(name, f'USING ({rule})')}"
            )
    _who_occupies("now")
    for table, what in GRANTS.items():
        op.execute(f"GRANT {what} ON {table} TO {GROUP}")
    op.execute(f"GRANT USAGE ON SEQUENCE {SEQUENCE} TO {GROUP}")


def _who_occupies(when: str) -> None:
    rule = WHO_OCCUPIES[when]
    op.execute(f"ALTER POLICY add ON occupancy WITH CHECK ({rule})")
    op.execute(f"ALTER POLICY change ON occupancy USING ({rule}) WITH CHECK ({rule})")
    op.execute(f"ALTER POLICY remove ON occupancy USING ({rule})")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def _make_tables() -> None:
    op.create_table(
        "postcode_point",
        sa.Column("postcode", sa.String(length=6), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name=op.f("ck_postcode_point_degrees")
        ),
        sa.PrimaryKeyConstraint("postcode", name=op.f("pk_postcode_point")),
    )
    op.create_table(
        "safety_note",
        sa.Column("id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("address_key", sa.String(length=80), nullable=False),
        sa.Column("ground", sa.String(length=12), nullable=False),
        sa.Column("ends_on", Day(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("ended_by", Id(), nullable=True),
        sa.CheckConstraint(
            "ground IN ('aggression', 'threat', 'animal', 'place', 'other')", name=op.f("ck_safety_note_ground")
        ),
        sa.CheckConstraint("party_id IS NOT NULL OR address_key <> ''", name=op.f("ck_safety_note_subject")),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_safety_note_ended")),
        sa.ForeignKeyConstraint(["ended_by"], ["agent.id"], name=op.f("fk_safety_note_ended_by_agent")),
        sa.ForeignKeyConstraint(["made_by"], ["agent.id"], name=op.f("fk_safety_note_made_by_agent")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_safety_note_party_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_note")),
    )
    op.create_index(op.f("ix_safety_note_address_key"), "safety_note", ["address_key"], unique=False)
    op.create_index(op.f("ix_safety_note_party_id"), "safety_note", ["party_id"], unique=False)
    op.create_table(
        "worker",
        sa.Column("id", Id(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.Column("areas", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("start_address", sa.String(length=300), nullable=False),
        sa.Column("cluster_id", Id(), nullable=True),
        sa.Column("agent_id", Id(), nullable=True),
        sa.Column("is_in_use", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name=op.f("ck_worker_start")
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_worker_agent_id_agent")),
        sa.ForeignKeyConstraint(["cluster_id"], ["cluster.id"], name=op.f("fk_worker_cluster_id_cluster")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker")),
        sa.UniqueConstraint("code", name=op.f("uq_worker_code")),
    )
    op.create_index(op.f("ix_worker_agent_id"), "worker", ["agent_id"], unique=False)
    op.create_table(
        "safety_note_text",
        sa.Column("note_id", Id(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["note_id"], ["safety_note.id"], name=op.f("fk_safety_note_text_note_id_safety_note")),
        sa.PrimaryKeyConstraint("note_id", name=op.f("pk_safety_note_text")),
    )
    op.create_table(
        "visit",
        sa.Column("id", Id(), nullable=False),
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.Column("with_second", sa.Boolean(), nullable=False),
        sa.Column("quanta", sa.Integer(), nullable=False),
        sa.Column("worker_id", Id(), nullable=True),
        sa.Column("second_worker_id", Id(), nullable=True),
        sa.Column("quantum", sa.Integer(), nullable=True),
        sa.Column("local_on", Day(), nullable=True),
        sa.Column("window_from", sa.Integer(), nullable=True),
        sa.Column("window_until", sa.Integer(), nullable=True),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("travel_source", sa.String(length=10), nullable=False),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("conversation_id", Id(), nullable=True),
        sa.Column("confidentiality", sa.String(length=12), nullable=False),
        sa.Column("owner_cluster_id", Id(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("identity_checked", sa.Boolean(), nullable=False),
        sa.Column("replaces_id", Id(), nullable=True),
        sa.Column("follow_up_of", Id(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.CheckConstraint("(state = 'held') = (expires_at IS NOT NULL)", name=op.f("ck_visit_hold_expires")),
        sa.CheckConstraint(
            "confidentiality IN ('open', 'confidential', 'enforcement')", name=op.f("ck_visit_confidentiality")
        ),
        sa.CheckConstraint(
            "outcome IN ('done', 'partly', 'door_closed', 'not_present', 'citizen_moves_it', 'address_wrong', 'address_not_found', 'could_not_do_it', 'no_identity_document', '')",
            name=op.f("ck_visit_outcome"),
        ),
        sa.CheckConstraint(
            "state <> 'booked' OR (worker_id IS NULL AND second_worker_id IS NULL AND quantum IS NULL AND local_on IS NULL)",
            name=op.f("ck_visit_unplanned"),
        ),
        sa.CheckConstraint(
            "state IN ('held', 'booked', 'planned', 'dispatched', 'en_route', 'on_site', 'completed', 'failed', 'partly_done', 'released', 'cancelled', 'rescheduled')",
            name=op.f("ck_visit_state"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('held', 'planned', 'dispatched', 'en_route', 'on_site', 'completed', 'failed', 'partly_done') OR (worker_id IS NOT NULL AND quantum IS NOT NULL AND local_on IS NOT NULL AND (second_worker_id IS NOT NULL) = with_second)",
            name=op.f("ck_visit_in_a_day"),
        ),
        sa.CheckConstraint("travel_source IN ('distance', 'matrix', 'osrm', '')", name=op.f("ck_visit_travel_source")),
        sa.CheckConstraint(
            "(window_from IS NULL) = (window_until IS NULL) AND (window_from IS NULL OR quantum IS NULL OR (window_from <= quantum AND quantum + quanta <= window_until))",
            name=op.f("ck_visit_promise"),
        ),
        sa.CheckConstraint("quanta > 0", name=op.f("ck_visit_quanta")),
        sa.CheckConstraint(
            "second_worker_id IS NULL OR second_worker_id <> worker_id", name=op.f("ck_visit_two_workers")
        ),
        sa.ForeignKeyConstraint(["follow_up_of"], ["visit.id"], name=op.f("fk_visit_follow_up_of_visit")),
        sa.ForeignKeyConstraint(["made_by"], ["agent.id"], name=op.f("fk_visit_made_by_agent")),
        sa.ForeignKeyConstraint(["owner_cluster_id"], ["cluster.id"], name=op.f("fk_visit_owner_cluster_id_cluster")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_visit_party_id_party")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_visit_product_id_product")),
        sa.ForeignKeyConstraint(["replaces_id"], ["visit.id"], name=op.f("fk_visit_replaces_id_visit")),
        sa.ForeignKeyConstraint(["second_worker_id"], ["worker.id"], name=op.f("fk_visit_second_worker_id_worker")),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_visit_worker_id_worker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_visit_replaces_id")),
    )
    op.create_index(op.f("ix_visit_follow_up_of"), "visit", ["follow_up_of"], unique=False)
    op.create_index(op.f("ix_visit_second_worker_id_local_on"), "visit", ["second_worker_id", "local_on"], unique=False)
    op.create_index(
        "ix_visit_unplanned",
        "visit",
        ["made_at"],
        unique=False,
        sqlite_where=sa.text("state = 'booked'"),
        postgresql_where=sa.text("state = 'booked'"),
    )
    op.create_index(op.f("ix_visit_worker_id_local_on"), "visit", ["worker_id", "local_on"], unique=False)
    op.create_index(
        "uq_visit_reference_in_use",
        "visit",
        ["reference"],
        unique=True,
        sqlite_where=sa.text("state <> 'rescheduled'"),
        postgresql_where=sa.text("state <> 'rescheduled'"),
    )
    op.create_table(
        "visit_stop",
        sa.Column("visit_id", Id(), nullable=False),
        sa.Column("worker_id", Id(), nullable=False),
        sa.Column("local_on", Day(), nullable=False),
        sa.Column("quantum", sa.Integer(), nullable=False),
        sa.Column("quanta", sa.Integer(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_visit_stop_worker_id_worker")),
        sa.PrimaryKeyConstraint("visit_id", "worker_id", name=op.f("pk_visit_stop")),
    )
    op.create_index(op.f("ix_visit_stop_worker_id_local_on"), "visit_stop", ["worker_id", "local_on"], unique=False)
    op.create_table(
        "worker_absence",
        sa.Column("id", Id(), nullable=False),
        sa.Column("worker_id", Id(), nullable=False),
        sa.Column("quantum", sa.Integer(), nullable=False),
        sa.Column("quanta", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("ended_by", Id(), nullable=True),
        sa.CheckConstraint("quanta > 0", name=op.f("ck_worker_absence_quanta")),
        sa.ForeignKeyConstraint(["ended_by"], ["agent.id"], name=op.f("fk_worker_absence_ended_by_agent")),
        sa.ForeignKeyConstraint(["made_by"], ["agent.id"], name=op.f("fk_worker_absence_made_by_agent")),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_worker_absence_worker_id_worker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker_absence")),
    )
    op.create_index(
        op.f("ix_worker_absence_worker_id_quantum"), "worker_absence", ["worker_id", "quantum"], unique=False
    )
    op.create_table(
        "worker_day",
        sa.Column("worker_id", Id(), nullable=False),
        sa.Column("local_on", Day(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_worker_day_worker_id_worker")),
        sa.PrimaryKeyConstraint("worker_id", "local_on", name=op.f("pk_worker_day")),
    )
    op.create_table(
        "worker_hours",
        sa.Column("id", Id(), nullable=False),
        sa.Column("worker_id", Id(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("until_minute", sa.Integer(), nullable=False),
        sa.Column("valid_from", Day(), nullable=False),
        sa.Column("valid_until", Day(), nullable=True),
        sa.CheckConstraint(
            "from_minute >= 0 AND from_minute < until_minute AND until_minute <= 1440 AND from_minute % 5 = 0 AND until_minute % 5 = 0",
            name=op.f("ck_worker_hours_minutes"),
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_worker_hours_weekday")),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_worker_hours_worker_id_worker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker_hours")),
    )
    op.create_index(op.f("ix_worker_hours_worker_id"), "worker_hours", ["worker_id"], unique=False)
    op.create_table(
        "visit_event",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("visit_id", Id(), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=False),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("by_whom", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_visit_event_actor_id_agent")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_event_visit_id_visit")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_visit_event")),
    )
    op.create_index(op.f("ix_visit_event_visit_id"), "visit_event", ["visit_id"], unique=False)
    op.create_table(
        "visit_party",
        sa.Column("visit_id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_visit_party_party_id_party")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_party_visit_id_visit")),
        sa.PrimaryKeyConstraint("visit_id", "party_id", name=op.f("pk_visit_party")),
    )
    op.create_index(op.f("ix_visit_party_party_id"), "visit_party", ["party_id"], unique=False)
    op.create_table(
        "visit_place",
        sa.Column("visit_id", Id(), nullable=False),
        sa.Column("street", sa.String(length=120), nullable=False),
        sa.Column("house_number", sa.Integer(), nullable=True),
        sa.Column("letter", sa.String(length=10), nullable=False),
        sa.Column("addition", sa.String(length=40), nullable=False),
        sa.Column("designation", sa.String(length=20), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("address_key", sa.String(length=80), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("quality", sa.String(length=10), nullable=False),
        sa.CheckConstraint("quality IN ('exact', 'postcode', 'agent')", name=op.f("ck_visit_place_quality")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_place_visit_id_visit")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_visit_place")),
    )
    op.create_index(op.f("ix_visit_place_address_key"), "visit_place", ["address_key"], unique=False)
    op.create_table(
        "visit_report",
        sa.Column("visit_id", Id(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.String(length=200), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_report_visit_id_visit")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_visit_report")),
    )
    op.create_table(
        "visit_text",
        sa.Column("visit_id", Id(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("contact_name", sa.String(length=200), nullable=False),
        sa.Column("contact_phone", sa.String(length=40), nullable=False),
        sa.Column("access", sa.Text(), nullable=False),
        sa.Column("materials", sa.Text(), nullable=False),
        sa.Column("interpreter", sa.String(length=60), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_text_visit_id_visit")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_visit_text")),
    )


def downgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    # What workers own goes with them; what guards it goes first.
    op.execute("DROP TRIGGER guard_occupancy_of_workers" + ("" if is_sqlite else " ON occupancy"))
    op.execute("DELETE FROM occupancy WHERE resource_id IN (SELECT id FROM worker)")
    op.execute("DELETE FROM timeline_entry WHERE kind = 'visit'")
    op.drop_table("visit_text")
    op.drop_table("visit_report")
    op.drop_table("visit_place")
    op.drop_table("visit_party")
    op.drop_table("visit_event")
    op.drop_table("worker_hours")
    op.drop_table("worker_day")
    op.drop_table("worker_absence")
    op.drop_table("visit_stop")
    op.drop_table("visit")
    op.drop_table("safety_note_text")
    op.drop_table("worker")
    op.drop_table("safety_note")
    op.drop_table("postcode_point")
    if not is_sqlite:
        _who_occupies("before")
        for function in FUNCTIONS:
            op.execute(f"DROP FUNCTION {function}")
        for name in (
            "kcc_visit_has_its_time",
            "kcc_absence_has_its_time",
            "kcc_keeps_workers_time",
            "kcc_keeps_stops",
            "kcc_count_worker_day",
        ):
            op.execute(f"DROP FUNCTION {name}()")
