#!/usr/bin/env python3
"""A small service that keeps notes.

    GET  /        its name
    GET  /motd    the message of the day, from motd.txt in the same folder as this file
    GET  /notes   all notes, one a line
    POST /notes   stores the body of the request as a note

What it is told comes from options; where an option is missing, from a variable; else it is the default.

    option            variable    default
    --name NAME       NAME        nameless
    --listen ADDRESS  LISTEN      127.0.0.1
    --port NUMBER     PORT        8000
                      NOTES_DIR   /tmp/notes    the folder of the file that holds the notes
"""

import argparse
import os
import pathlib
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MOTD = pathlib.Path(__file__).resolve().parent / "motd.txt"
NOTES = pathlib.Path(os.environ.get("NOTES_DIR", "/tmp/notes")) / "notes.txt"


def options():
    parser = argparse.ArgumentParser(description="Keeps notes.")
    parser.add_argument("--name", default=os.environ.get("NAME", "nameless"))
    parser.add_argument("--listen", default=os.environ.get("LISTEN", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=os.environ.get("PORT", "8000"))
    return parser.parse_args()


class Notes(BaseHTTPRequestHandler):
    name = "nameless"

    def do_GET(self):
        if self.path == "/":
            self.answer(200, self.name + "\n")
        elif self.path == "/motd":
            self.answer_with(lambda: MOTD.read_text(encoding="utf-8"))
        elif self.path == "/notes":
            self.answer_with(lambda: NOTES.read_text(encoding="utf-8") if NOTES.exists() else "")
        else:
            self.answer(404, "there is no such page\n")

    def do_POST(self):
        if self.path == "/notes":
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.answer_with(lambda: self.store(body.decode("utf-8", "replace")))
        else:
            self.answer(404, "there is no such page\n")

    def store(self, text):
        NOTES.parent.mkdir(parents=True, exist_ok=True)
        with NOTES.open("a", encoding="utf-8") as notes:
            notes.write(" ".join(text.split()) + "\n")
        return "stored\n"

    def answer_with(self, work):
        try:
            self.answer(200, work())
        except OSError as trouble:
            self.answer(500, f"{trouble}\n")

    def answer(self, status, text):
        body = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main():
    told = options()
    Notes.name = told.name
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server = ThreadingHTTPServer((told.listen, told.port), Notes)
    print(f"{told.name} listens on {told.listen}:{told.port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
