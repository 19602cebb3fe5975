"""An OSRM server for tests: a real one over HTTP, whose roads run along the degrees."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Roads:
    """An OSRM server: so many seconds for each thousandth of a degree between two places. `answer` replaces it."""

    def __init__(self):
        self.asked, self.answer = [], None
        roads = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                roads.asked.append(self.path)
                body = json.dumps(roads.table(self.path)) if roads.answer is None else roads.answer
                self.send_response(200)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_arguments):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def table(self, path):
        where = path.split("driving/")[1].split("?")[0]
        points = [tuple(map(float, pair.split(","))) for pair in where.split(";")]
        return {
            "code": "Ok",
            "durations": [[(abs(a[0] - b[0]) + abs(a[1] - b[1])) * 6000 for b in points] for a in points],
        }

    def close(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
