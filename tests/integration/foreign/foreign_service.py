#!/usr/bin/env python3
"""A SignAPI by somebody else: written from the interface's description alone, in another language and with other habits
than Signet's sandbox. It verifies every signature value against certificate and digest, and counts what it is sent.

    foreign_service.py [--habits NAME,NAME...] [--sessions N] [--trouble JSON]

Prints one JSON line {"api","tokenUrl","clientId","clientSecret","sessions"} and serves until it is killed.
Counters: GET /count. Habits are the choices that the description leaves to the service.
"""
import argparse
import base64
import hashlib
import json
import os
import re
import socket
import sys
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, utils

import foreign_changes

HABITS = {
    "bare": "answers without the data member",
    "ok-text": "finalizeSigning answers OK as text",
    "ok-data": "finalizeSigning answers {\"data\":\"OK\"}",
    "ok-empty": "finalizeSigning answers 200 with an empty body",
    "sha384": "digests of 48 bytes, while the algorithm still says SHA256",
    "wrapped-base64": "base64 with line breaks, and without padding",
    "reversed": "answers name the sessions in reverse order",
    "null-errors": "error: null beside every success",
    "old-names": "sessionDigest and diggest instead of sessionDigests and digest",
    "no-listing": "listing is not allowed (403)",
    "single-list": "a list of one comes as a single object",
    "chunked": "bodies in chunks, without a length",
    "close": "closes the connection after each answer",
    "slow": "200 ms for each request",
    "status-200": "200 where others say 201",
    "short-token": "a token lives 3 seconds, expires_in is text",
    "token-once": "each token serves three requests, then 401",
    "bom": "a byte order mark before the JSON",
    **foreign_changes.HABITS,
}


class State:
    def __init__(self, options):
        self.o = options
        self.lock = threading.Lock()
        self.tokens = {}
        self.count = {"token": 0, "CalculateDigest": 0, "finalizeSigning": 0, "verified": 0, "finalized": {},
                      "eSealCreate": 0, "addArchive": 0, "pem": 0, "der": 0}
        self.central = foreign_changes.CentralKey()
        self.sessions = {}
        for i in range(options.sessions):
            name = f"Dokuments {i + 1}." + ("asice" if options.signed else "txt")
            ident = self.new_session([(name, f"Document {i + 1}\n".encode())])
            self.sessions[ident]["signatures"] = ["Somebody"] if options.signed and i not in options.unsigned else []

    def new_session(self, files):
        ident = os.urandom(32).hex()
        self.sessions[ident] = {"files": [{"id": os.urandom(16).hex(), "name": n, "data": d} for n, d in files], "digest": None, "certificate": None, "done": False}
        return ident


class Handler(foreign_changes.Changes, BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state = None

    def log_message(self, *args):
        pass

    def habit(self, name):
        return name in self.state.o.habits

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            data = b""
            while True:
                size = int(self.rfile.readline().strip() or b"0", 16)
                data += self.rfile.read(size)
                self.rfile.readline()
                if size == 0:
                    return data
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def reply(self, status, value, raw=None, kind="application/json", headers=()):
        payload = raw if raw is not None else json.dumps(value).encode()
        if self.habit("bom") and raw is None:
            payload = b"\xef\xbb\xbf" + payload
        self.send_response(status)
        self.send_header("content-type", kind)
        for k, v in headers:
            self.send_header(k, v)
        if self.habit("close"):
            self.send_header("connection", "close")
            self.close_connection = True
        if self.habit("chunked"):
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            for i in range(0, len(payload), 7):
                part = payload[i:i + 7]
                self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.send_header("content-length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

    def data(self, status, value):
        self.reply(200 if self.habit("status-200") and status == 201 else status, value if self.habit("bare") else {"data": value})

    def authorised(self):
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        with self.state.lock:
            known = self.state.tokens.get(token)
            if token == "static-token":
                return True
            if known is None or known["until"] < time.time() or known["uses"] == 0:
                return False
            known["uses"] -= 1
            return True

    def handle_any(self):
        if self.habit("slow"):
            time.sleep(0.2)
        url = urllib.parse.urlparse(self.path)
        path = url.path
        body = self.body()
        if path == "/count":
            return self.reply(200, self.state.count)
        if path == "/oauth/token":
            return self.token(body, urllib.parse.parse_qs(url.query))
        if not self.authorised():
            return self.reply(401, {"error": "invalid_token", "error_description": "The access token is not valid"}, headers=[("WWW-Authenticate", "Bearer error=\"invalid_token\"")])
        for pattern, method, function in (
                (r"/prefix/api-session/v1\.0/start$", "GET", self.start), (r"/prefix/api-session/v1\.0/([^/]+)/close$", "GET", self.close),
                (r"/prefix/api-storage/v1\.0/([^/]+)/list$", "GET", self.list), (r"/prefix/api-storage/v1\.0/([^/]+)/upload$", "PUT", self.upload),
                (r"/prefix/api-storage/v1\.0/([^/]+)/([^/]+)$", "GET", self.download), (r"/prefix/api-sign/v1\.0/CalculateDigest$", "POST", self.calculate),
                (r"/prefix/api-sign/v1\.0/finalizeSigning$", "POST", self.finalize),
                (r"/prefix/api-sign/v1\.0/eSealCreate$", "POST", self.seal), (r"/prefix/api-sign/v1\.0/addArchive$", "POST", self.archive),
                (r"/prefix/api-config/v1\.0/public/key$", "GET", self.public_key),
                (r"/prefix/api-validation/v([12])\.0/([^/]+)/([^/]+)/validate$", "GET", self.validate)):
            found = re.match(pattern, path)
            if found and self.command == method:
                return function(*found.groups(), body=body, query=urllib.parse.parse_qs(url.query))
        return self.reply(404, None, raw=b"<html><body>404 Not Found</body></html>", kind="text/html")

    do_GET = do_POST = do_PUT = do_DELETE = handle_any

    def token(self, body, query):
        form = urllib.parse.parse_qs(body.decode()) or query
        basic = base64.b64decode(self.headers.get("Authorization", "Basic ").split(" ", 1)[1]).decode()
        client, _, secret = basic.partition(":")
        ok = (urllib.parse.unquote_plus(client), urllib.parse.unquote_plus(secret)) == ("klients", "Pl@ce holder+1") and form.get("grant_type") == ["client_credentials"]
        if not ok:
            return self.reply(401, {"error": "invalid_client", "error_description": "Client authentication failed"})
        token = os.urandom(32).hex()
        life = 3 if self.habit("short-token") else 600
        with self.state.lock:
            self.state.count["token"] += 1
            self.state.tokens[token] = {"until": time.time() + life, "uses": 3 if self.habit("token-once") else 10**9}
        self.reply(200, {"access_token": token, "token_type": "Bearer", "expires_in": str(life) if self.habit("short-token") else life, "scope": form.get("scope", [""])[0]})

    def start(self, body, query):
        if "amount" in query:
            self.data(201, {"sessionIds": [self.state.new_session([]) for _ in range(int(query["amount"][0]))]})
        else:
            self.data(201, {"sessionId": self.state.new_session([])})

    def close(self, ident, body, query):
        self.state.sessions.pop(ident, None)
        self.data(200, f"Session {ident} closed")

    def known(self, ident):
        session = self.state.sessions.get(ident)
        if session is None:
            self.reply(404, {"error": {"code": "session:unknown", "message": "No such session", "details": []}})
        return session

    def shown(self, f):
        return {"id": f["id"], "name": f["name"], "size": len(f["data"]), "type": "file"}

    def list(self, ident, body, query):
        if self.habit("no-listing"):
            return self.reply(403, {"error": {"code": "storage:forbidden", "message": "No storage rights"}})
        session = self.known(ident)
        if session is not None:
            files = [self.shown(f) for f in session["files"]]
            self.data(200, files[0] if self.habit("single-list") and len(files) == 1 else files)

    def upload(self, ident, body, query):
        session = self.known(ident)
        if session is None:
            return
        boundary = re.search(r'boundary="?([^";]+)"?', self.headers["Content-Type"]).group(1).encode()
        part = body.split(b"--" + boundary)[1]
        head, _, content = part.partition(b"\r\n\r\n")
        text = head.decode("utf-8")
        extended = re.search(r"filename\*=(?:UTF-8|utf-8)''([^;\r\n]+)", text)
        plain = re.search(r'filename="([^"]*)"', text)
        name = urllib.parse.unquote(extended.group(1)) if extended else plain.group(1)
        f = {"id": os.urandom(16).hex(), "name": name, "data": content[:-2]}
        session["files"].append(f)
        self.data(201, self.shown(f))

    def download(self, ident, document, body, query):
        session = self.known(ident)
        if session is not None:
            f = next((f for f in session["files"] if f["id"] == document), None)
            if f is None:
                return self.reply(404, {"error": "no such document"})
            self.reply(200, None, raw=f["data"], kind="application/octet-stream")

    def encode(self, raw):
        text = base64.b64encode(raw).decode()
        if self.habit("wrapped-base64"):
            text = "\r\n".join(text.rstrip("=")[i:i + 20] for i in range(0, len(text), 20))
        return text

    def trouble(self, ident, call):
        """The trouble that was ordered for this session: --trouble {"CalculateDigest": {"3": {"code":…}, "5": "absent"}}"""
        index = list(self.state.sessions).index(ident) if ident in self.state.sessions else -1
        return self.state.o.trouble.get(call, {}).get(str(index))

    def calculate(self, body, query):
        request = json.loads(body)
        self.state.count["CalculateDigest"] += 1
        certificate = x509.load_der_x509_certificate(base64.b64decode(request["certificate"], validate=True))
        assert certificate.extensions.get_extension_for_class(x509.KeyUsage).value.content_commitment
        assert isinstance(request["signAsPdf"], bool) and isinstance(request["createNewEdoc"], bool)
        entries = []
        for wanted in request["sessions"]:
            ident = wanted["sessionId"]
            session, ordered = self.state.sessions.get(ident), self.trouble(ident, "CalculateDigest")
            if ordered == "absent":
                continue
            if ordered or session is None or not session["files"]:
                entries.append({"sessionId": ident, "error": ordered or {"code": "sign:noSession", "message": "Sesijas nav"}})
                continue
            digest = (hashlib.sha384 if self.habit("sha384") else hashlib.sha256)(b"signed info of " + ident.encode()).digest()
            session.update(digest=digest, certificate=certificate)
            entry = {"sessionId": ident, "diggest" if self.habit("old-names") else "digest": self.encode(digest)}
            if self.habit("null-errors"):
                entry["error"] = None
            entries.append(entry)
        if self.habit("reversed"):
            entries.reverse()
        name = "sessionDigest" if self.habit("old-names") else "sessionDigests"
        self.data(200, {name: entries, "digests_summary": None, "algorithm": "SHA256", "unknown": [1, {"x": 2}]})

    def verify(self, session, value):
        key = session["certificate"].public_key()
        digest = session["digest"]
        algorithm = utils.Prehashed({32: hashes.SHA256(), 48: hashes.SHA384()}[len(digest)])
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(value, digest, ec.ECDSA(algorithm))
        else:
            key.verify(value, digest, padding.PKCS1v15(), algorithm)

    def finalize(self, body, query):
        request = json.loads(body)
        self.state.count["finalizeSigning"] += 1
        authentication = x509.load_der_x509_certificate(base64.b64decode(request["authCertificate"], validate=True))
        assert authentication.extensions.get_extension_for_class(x509.KeyUsage).value.digital_signature
        results = []
        for given in request["sessionSignatureValues"]:
            ident = given["sessionId"]
            session, ordered = self.state.sessions.get(ident), self.trouble(ident, "finalizeSigning")
            if ordered == "absent":
                continue
            if ordered:
                results.append({"sessionId": ident, "error": ordered})
                continue
            try:
                self.verify(session, base64.b64decode(given["signatureValue"], validate=True))
            except (InvalidSignature, ValueError, KeyError, TypeError) as e:
                results.append({"sessionId": ident, "error": {"code": "sign:badValue", "message": f"Paraksts neder {e!r}"}})
                continue
            self.state.count["verified"] += 1
            session.setdefault("signatures", []).append(session["certificate"].subject.rfc4514_string())
            self.changed(session, ident, self.stem(session) + ".asice")
            results.append({"sessionId": ident, **({"error": None} if self.habit("null-errors") else {})})
        return self.answer_change(results)

    def answer_change(self, results):
        if self.state.o.hang_up_after_work:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return None
        if self.habit("reversed"):
            results.reverse()
        if self.habit("ok-text"):
            return self.reply(200, None, raw=b"OK", kind="text/plain")
        if self.habit("ok-empty"):
            return self.reply(200, None, raw=b"")
        if self.habit("ok-data"):
            return self.reply(200, {"data": "OK"})
        return self.data(200, {"results": results})


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--habits", default="", type=lambda t: set(filter(None, t.split(","))))
    p.add_argument("--sessions", type=int, default=20)
    p.add_argument("--trouble", type=json.loads, default={})
    p.add_argument("--hang-up-after-work", action="store_true")
    p.add_argument("--signed", action="store_true", help="the sessions hold containers that are signed already")
    p.add_argument("--unsigned", type=json.loads, default=[], help="with --signed: the numbers of those that are not, for all that they are containers")
    o = p.parse_args()
    unknown = o.habits - HABITS.keys()
    if unknown:
        p.error(f"unknown habits {unknown}; known: {', '.join(HABITS)}")
    Handler.state = State(o)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    base = f"http://127.0.0.1:{server.server_address[1]}"
    print(json.dumps({"api": base + "/prefix", "tokenUrl": base + "/oauth/token", "clientId": "klients", "clientSecret": "Pl@ce holder+1",
                      "sessions": list(Handler.state.sessions)}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
