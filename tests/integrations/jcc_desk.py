"""A JCC of our own on a real port: it speaks what was recorded of the WARP REST API, and has bad days on request."""

import json
import threading
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PERMIT = "2e656741-db4d-4c75-ae57-97fda6ce5ce8"
PARKING = "ee302bc8-46ef-425d-8b4e-fa93246c3bc0"
HALL = "f3b8864b-2e08-4d01-99db-e36f49f3e19c"
CLIENT, SECRET = "kcc", "geheim"
ACTIVITIES = (
    {"id": PERMIT, "number": 13, "description": "Omgevingsvergunning (aanvraag)", "appointmentDuration": 1800,
     "maxCountForEvent": 1, "activityGroupId": "6ab268cc-f663-4d4c-bf74-41032eae39a5"},
    {"id": PARKING, "number": 25, "description": "Parkeervergunning aanvraag", "appointmentDuration": 900,
     "necessities": "Kentekenbewijs", "maxCountForEvent": 0},
)  # fmt: skip
LOCATIONS = (
    {"id": HALL, "isDefault": True, "locationNumber": 1, "description": "Gemeentehuis Meerbergen", "isActive": True,
     "address": {"streetName": "Raadhuisplein", "houseNumber": "1", "postalCode": "1234 AZ", "city": "Meerbergen"}},
    {"id": "bd3d341b-9b33-4530-ba48-5c011f25ada9", "locationNumber": 6, "description": "Afoort", "isActive": False,
     "address": {}},
)  # fmt: skip


class JccDesk:
    """`bad` names what goes wrong: a status for a path, or a word that `_Handler` knows."""

    def __init__(self):
        self.requests, self.bookings, self.bad, self.fields = [], {}, {}, {"emailAddress": 2, "socialSecurityNumber": 1}
        self.tokens = 0
        self.today = datetime.now(UTC).date()
        self.shift = timedelta()  # what it books is so much off

    def free(self, first, last):
        """08:30 up to 10:00 every five minutes, each day of the span; nothing when both days are one."""
        days = (last - first).days
        if days > 50 or days < 1:
            return []
        return [
            f"{first + timedelta(days=day)}T{minute // 60:02}:{minute % 60:02}:00"
            for day in range(days + 1)
            for minute in range(8 * 60 + 30, 10 * 60, 5)
        ]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._answer("GET")

    def do_POST(self):
        self._answer("POST")

    def do_DELETE(self):
        self._answer("DELETE")

    def log_message(self, *_arguments):
        pass

    def _answer(self, method):
        desk, split = self.server.desk, urlsplit(self.path)
        path, asked = split.path.removeprefix("/api/warp/v1/"), parse_qs(split.query)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        desk.requests.append((method, path, asked, body))
        bad = desk.bad.get((method, path), desk.bad.get(path))
        if isinstance(bad, list):
            bad = bad.pop(0) if bad else None
        if bad == "html":
            return self._send(200, b"<html>Onderhoud</html>", "text/html")
        if bad == "cut":
            self.close_connection = True
            return self.connection.close()
        if isinstance(bad, int):
            return self._send(bad, b'{"message": "no"}')
        if path == "connect/token":
            return self._token()
        if self.headers.get("Authorization") != f"Bearer token-{desk.tokens}":
            return self._send(401, b"{}")
        return self._send_json(200, self._found(method, path, asked, body))

    def _token(self):
        import base64

        wanted = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if self.headers.get("Authorization") != wanted:
            return self._send(401, b"{}")
        self.server.desk.tokens += 1
        return self._send_json(200, {"access_token": f"token-{self.server.desk.tokens}"})

    def _found(self, method, path, asked, body):
        desk = self.server.desk
        if path == "appointment" and method == "POST":
            return self._book(json.loads(body))
        if path == "appointment" and method == "DELETE":
            desk.bookings.pop(asked["id"][0], None)
            return {"id": asked["id"][0]}
        if path == "appointment":
            return desk.bookings.get(asked["id"][0])
        if path == "appointment/availabletimelist":
            first, last = (date.fromisoformat(asked[name][0]) for name in ("fromDate", "toDate"))
            return {"availableTimesList": desk.free(first, last), "appointmentDuration": 1800}
        return {
            "activity/listforappointment": list(ACTIVITIES),
            "activity/listforappointment/additional": [ACTIVITIES[1]],
            "location/forappointment": list(LOCATIONS),
            "activity/appointmentdaterange": {
                "minDate": f"{desk.today}T00:00:00",
                "maxDate": f"{desk.today + timedelta(days=365)}T00:00:00",
            },
            "customer/customerfields/required": desk.fields,
            "appointment/calculateduration": 30,
        }[path]

    def _book(self, said):
        desk = self.server.desk
        if desk.bad.get("says no"):
            return {"acknowledgeIsSuccess": False, "message": "Deze tijd is bezet"}
        # It keeps the clock on the wall and forgets the zone, as it does.
        begin, end = (
            datetime.fromisoformat(said[name]).replace(tzinfo=None) for name in ("fromDateTime", "toDateTime")
        )
        booking_id = f"00000000-0000-0000-0000-{len(desk.requests):012}"
        desk.bookings[booking_id] = {
            "id": booking_id,
            "startDateTime": (begin + desk.shift).isoformat(),
            "endDateTime": (end + desk.shift).isoformat(),
            "number": 4632,
            "activityList": [
                {"amount": one["amount"], "activity": {"id": desk.bad.get("product", one["activityId"])}}
                for one in said["activityList"]
            ],
            "location": {"id": said["locationId"], "description": "Gemeentehuis Meerbergen"},
        }
        return {"id": booking_id, "acknowledgeIsSuccess": True}

    def _send_json(self, status, body):
        self._send(status, b"" if body is None else json.dumps(body).encode())

    def _send(self, status, body, kind="application/json; charset=utf-8"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def jcc():
    """The desk and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.desk = JccDesk()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.desk, f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
