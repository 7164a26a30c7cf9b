#!/usr/bin/env python3
"""Runs signet-cli against a service and a card that are not Signet's own, over the real pcscd, once for each habit that
SignAPI's and the card's descriptions leave open, and checks results, exit codes and the promises of --json.

    foreign_check.py SIGNET_CLI [ROW...]      needs a pcscd with the virtual reader (vpcd) on port 35963
"""
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import foreign_seal

HERE = os.path.dirname(os.path.abspath(__file__))
MEMBERS = {"sessionId", "state", "stage", "code", "message", "hint"}
LOOKS = {"validate": ("done", "failed"), "download": ("done", "failed")}  # what only looks has these states
STAGES = {"pick", "prepare", "sign", "finalize", "confirm", None}

CARDS = {
    "rsa": ["--kind", "cosmo8-rsa"],
    "cosmo8-ec": ["--kind", "cosmo8-ec", "--drop-pin"],
    "cosmox-ec": ["--kind", "cosmox-ec"],
    "ec-t0": ["--kind", "cosmox-ec", "--t0", "--drop-pin"],
    "ec-short-records": ["--kind", "cosmox-ec", "--short-records"],
    "rsa-short-records": ["--kind", "cosmo8-rsa", "--short-records", "--t0"],
    "ec-long-paths": ["--kind", "cosmox-ec", "--long-paths"],
    "ec-padded": ["--kind", "cosmo8-ec", "--padded-files", "--size-in-81"],
    "ec-small-blocks": ["--kind", "cosmox-ec", "--block", "100"],
    "estonian-8": ["--kind", "estonian8", "--drop-pin"],
    "estonian-x": ["--kind", "estonianx", "--t0"],
}
HABITS = ["", "bare", "ok-text", "ok-data", "ok-empty", "wrapped-base64", "reversed", "null-errors", "old-names", "no-listing", "single-list",
          "chunked", "close", "status-200", "short-token,slow", "token-once", "bom", "bare,reversed,null-errors,chunked,ok-data,no-listing",
          "ok-text,no-listing"]

THREE = {str(i): {"code": f"sign:own{i}", "message": f"Iemesls {i} – āčē"} for i in (2, 7, 11)}


class Row:
    def __init__(self, name, card="cosmox-ec", card_options=(), habits="", service=(), options=(), pin="654321", expect=None, exit_code=0,
                 verifies=None, finalize_requests=None, check=None, sessions=6, static=False, files=0, command="sign", counts=None,
                 seal="seal.pfx", password="password", auth="auth.pem"):
        self.__dict__.update(locals())
        self.expect = expect or {"done" if command in LOOKS else "finalized": sessions}
        self.card = card if command == "sign" else None

    def states(self):
        return LOOKS.get(self.command, ("finalized", "failed", "unconfirmed", "cancelled"))


def rows():
    for card in CARDS:
        yield Row(f"card-{card}", card=card, sessions=5)
    for habit in HABITS:
        yield Row(f"habit-{habit or 'none'}", habits=habit, options=["--chunk", "4"])
    yield Row("habit-sha384", habits="sha384")
    yield Row("habit-sha384-rsa", habits="sha384", card="rsa", expect={"failed": 6}, exit_code=1, verifies=0,
              check=lambda lines: all(l["stage"] == "prepare" and l["code"] == "digest-length" for l in lines))
    yield Row("twenty-static-token", sessions=20, static=True)
    yield Row("mixed-prepare", sessions=20, service=["--trouble", json.dumps({"CalculateDigest": {**THREE, "15": "absent"}})],
              expect={"finalized": 16, "failed": 4}, exit_code=1, check=own_words("prepare"))
    yield Row("mixed-finalize", sessions=20, service=["--trouble", json.dumps({"finalizeSigning": {**THREE, "15": "absent"}})],
              options=["--confirm-seconds", "2"], expect={"finalized": 16, "failed": 3, "unconfirmed": 1}, exit_code=1, check=own_words("finalize"))
    yield Row("hang-up-looked-up", sessions=4, service=["--hang-up-after-work"], finalize_requests=1)
    yield Row("hang-up-no-listing", sessions=4, service=["--hang-up-after-work"], habits="no-listing", options=["--confirm-seconds", "2"],
              expect={"unconfirmed": 4}, exit_code=1, finalize_requests=1)
    yield Row("pin-wrong", pin="111111", expect={"failed": 6}, exit_code=5, verifies=1, check=lambda lines: all(l["code"] == "pin-wrong" for l in lines))
    yield Row("pin-last-try", card_options=["--tries", "1"], expect={"failed": 6}, exit_code=5, verifies=0, check=lambda lines: all(l["code"] == "pin-last-try" for l in lines))
    yield Row("pin-last-try-allowed", card_options=["--tries", "1"], options=["--allow-last-pin-try"], verifies=1)
    yield Row("pin-last-try-wrong", pin="111111", card_options=["--tries", "1"], options=["--allow-last-pin-try"], expect={"failed": 6}, exit_code=5,
              verifies=1, check=lambda lines: all(l["code"] == "pin-blocked" for l in lines))
    yield Row("pin-blocked", card_options=["--tries", "0"], expect={"failed": 6}, exit_code=5, verifies=0, check=lambda lines: all(l["code"] == "pin-blocked" for l in lines))
    yield Row("pin-too-short", pin="123", expect={"failed": 6}, exit_code=5, verifies=0)
    yield Row("pin-of-five-digits", card="estonian-8", card_options=["--pin", "54321"], pin="54321")
    yield Row("card-removed", card_options=["--remove-after-signatures", "2"], expect={"finalized": 2, "failed": 4}, exit_code=3,
              check=lambda lines: all(l["code"] == "card-removed" for l in lines if l["state"] == "failed"))
    yield Row("no-card", card=None, expect={"failed": 6}, exit_code=3)
    yield Row("files", sessions=0, files=10, expect={"finalized": 10}, habits="")
    yield from seal_rows()
    yield from archive_rows()
    yield from look_rows()


def own_words(stage):
    return lambda lines: sorted((l["code"], l["message"]) for l in lines if l["stage"] == stage and l["code"].startswith("sign:")) == sorted((e["code"], e["message"]) for e in THREE.values())


def seal_rows():
    row = lambda name, **more: Row(f"seal-{name}", command="seal", **more)
    for habit in ["", "key-pem", "key-certificate", "key-text", "bare", "bare,reversed,null-errors,chunked", "ok-text", "ok-empty", "no-listing", "status-200,bom"]:
        yield row(habit or "none", habits=habit, options=["--chunk", "4"], counts={"eSealCreate": 2})
    yield row("old-encryption", seal="seal-3des.pfx")
    yield row("auth-der", auth="auth.der", counts={"der": 1, "pem": 0})
    yield row("auth-pfx", auth="auth.pfx", counts={"der": 1, "pem": 0})
    yield row("auth-as-pem", auth="auth.der", options=["--auth-certificate-as-pem"], counts={"der": 0, "pem": 1})
    yield row("oaep", habits="oaep", options=["--oaep"])
    yield row("mixed", sessions=20, service=["--trouble", json.dumps({"eSealCreate": {**THREE, "15": "absent"}})], options=["--confirm-seconds", "2"],
              expect={"finalized": 16, "failed": 3, "unconfirmed": 1}, exit_code=1, check=own_words("finalize"))
    yield row("mixed-at-the-top", sessions=20, habits="bare", service=["--trouble", json.dumps({"eSealCreate": THREE})],
              expect={"finalized": 17, "failed": 3}, exit_code=1, check=own_words("finalize"))
    yield row("wrong-password", password="wrong-password", expect={"failed": 6}, exit_code=5, counts={"eSealCreate": 0},
              check=lambda lines: all(l["code"] == "pfx-password-wrong" for l in lines))
    yield row("hang-up-looked-up", service=["--hang-up-after-work"], counts={"eSealCreate": 1})
    yield row("hang-up-no-listing", service=["--hang-up-after-work"], habits="no-listing", options=["--confirm-seconds", "2"],
              expect={"unconfirmed": 6}, exit_code=1, counts={"eSealCreate": 1})
    yield row("files", sessions=0, files=10, expect={"finalized": 10})


def archive_rows():
    row = lambda name, service=(), **more: Row(f"archive-{name}", command="archive", service=["--signed", *service], **more)
    failed_with = lambda code: lambda lines: all(l["code"] == code for l in lines if l["state"] == "failed")
    for habit in ["", "bare", "ok-data", "reversed,chunked", "validation-1"]:
        yield row(habit or "none", habits=habit)
    yield row("one-not-signed", service=["--unsigned", "[2]"], expect={"finalized": 5, "failed": 1}, exit_code=1, check=failed_with("nothing-to-archive"))
    # Where validation cannot tell it beforehand, the service refuses; also in the shape that names no session.
    yield row("one-refused", service=["--unsigned", "[2]"], habits="no-validation", expect={"finalized": 5, "failed": 1}, exit_code=1,
              check=failed_with("signing:addArchive"))
    yield row("names-no-session", service=["--unsigned", "[1, 4]"], habits="no-validation,refuses-whole", expect={"finalized": 4, "failed": 2}, exit_code=1,
              check=failed_with("signing:addArchive"))
    yield row("hang-up-looked-up", service=["--hang-up-after-work"], counts={"addArchive": 1})


def look_rows():
    passed = lambda lines: all(s["indication"] == "TOTAL-PASSED" for l in lines for s in l["report"]["signatures"])
    for habit in ["", "validation-1", "bare", "single-list"]:
        yield Row(f"validate-{habit or 'none'}", command="validate", service=["--signed"], habits=habit, check=passed)
    yield Row("validate-one-failed", command="validate", service=["--signed", "--trouble", json.dumps({"validate": {"3": "TOTAL-FAILED"}})], exit_code=1)
    yield Row("validate-not-signed", command="validate", service=["--signed", "--unsigned", "[0]"], expect={"done": 5, "failed": 1}, exit_code=1,
              check=lambda lines: all((l["report"] is None) == (l["state"] == "failed") for l in lines))
    yield Row("download", command="download", check=lambda lines: all(os.path.getsize(l["file"]) > 0 and l["files"] == [l["file"]] for l in lines))


class Service:
    def __init__(self, row):
        self.process = subprocess.Popen([sys.executable, f"{HERE}/foreign_service.py", "--sessions", str(row.sessions), "--habits", row.habits, *row.service], stdout=subprocess.PIPE, text=True)
        self.info = json.loads(self.process.stdout.readline())

    def count(self):
        return json.load(urllib.request.urlopen(self.info["api"].replace("/prefix", "/count")))

    def stop(self):
        self.process.kill()
        self.process.wait()


def identities(folder):
    for kind in ("rsa", "ec", "estonian"):
        subprocess.run([sys.executable, f"{HERE}/foreign_identity.py", f"{folder}/{kind}", kind], check=True)
    foreign_seal.main(f"{folder}/seal")


def require(condition, text):
    if not condition:
        raise AssertionError(text)


def check_contract(out, row):
    lines = [json.loads(l) for l in out.splitlines()]
    require(lines and "summary" in lines[-1], "the last line is not the summary")
    summary, lines = lines[-1]["summary"], lines[:-1]
    needed = {"picked", "seconds", *row.states()}
    require(needed <= summary.keys(), f"summary lacks {needed - summary.keys()}")
    for line in lines:
        require(MEMBERS <= line.keys(), f"line lacks {MEMBERS - line.keys()}: {line}")
        require(line["state"] in row.states() and line["stage"] in STAGES, f"odd state or stage: {line}")
        require(line["state"] in ("finalized", "done") or (line["code"] and line["message"] and line["stage"]), f"says too little: {line}")
    wanted = {s: row.expect.get(s, 0) for s in row.states()}
    found = {s: sum(l["state"] == s for l in lines) for s in row.states()}
    require(found == wanted, f"states {found}, wanted {wanted}: {lines[:3]}")
    require(all(summary[s] == found[s] for s in row.states()) and summary["picked"] == len(lines), f"summary {summary} does not fit {found}")
    if row.check:
        require(row.check(lines), f"codes, stages or messages are wrong: {lines}")
    return lines


def run_row(cli, row, folder):
    work = tempfile.mkdtemp(dir=folder)
    service = Service(row)
    card = None
    counts = f"{work}/counts"
    try:
        if row.card:
            identity = f"{folder}/{row.card.split('-')[0] if row.card.startswith(('rsa', 'estonian')) else 'ec'}"
            card = subprocess.Popen([sys.executable, f"{HERE}/foreign_card.py", "--identity", identity, "--counts", counts, *CARDS[row.card], *row.card_options], stdout=subprocess.PIPE, text=True)
            card.stdout.readline()
            time.sleep(0.8)  # the virtual reader notices an insertion by polling
        write = lambda name, text: open(f"{work}/{name}", "w").write(text) and f"{work}/{name}"
        command = [cli, row.command, "--api", service.info["api"], "--json", *row.options]
        if row.static:
            command += ["--token-file", write("token", "static-token\n")]
        else:
            command += ["--token-url", service.info["tokenUrl"], "--client-id", service.info["clientId"], "--client-secret-file", write("secret", service.info["clientSecret"] + "\n")]
        if row.command == "sign":
            command += ["--pin-file", write("pin", row.pin + "\n")]
        if row.command == "seal":
            command += ["--pfx", f"{folder}/seal/{row.seal}", "--pfx-password-file", f"{folder}/seal/{row.password}"]
        if row.command in ("seal", "archive"):
            command += ["--auth-certificate", f"{folder}/seal/{row.auth}"]
        if row.command == "download":
            command += ["--out", f"{work}/out"]
        if row.files:
            for i in range(row.files):
                os.makedirs(f"{work}/in", exist_ok=True)
                command += ["--file", write(f"in/fails ā {i}.txt", f"saturs {i}\n")]
            command += ["--out", f"{work}/out"]
        else:
            command += ["--sessions-from", write("ids", "\ufeff" + "\r\n".join(f"  {s} " for s in service.info["sessions"]) + "\r\n\r\n")]
        run = subprocess.run(command, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL,
                             env={**os.environ, "SIGNET_JOURNAL": f"{work}/journal.sqlite",
                                  "SIGNET_CARD_CACHE": f"{work}/cards"})
        require(run.returncode == row.exit_code, f"exit {run.returncode}, wanted {row.exit_code}\n{run.stdout[-600:]}\n{run.stderr[-600:]}")
        check_contract(run.stdout, row)
        # A PIN of a few digits turns up in some identifier by chance.
        require(len(row.pin) < 6 or row.pin not in run.stdout + run.stderr, "the PIN is in the output")
        require(foreign_seal.PASSWORD not in run.stdout + run.stderr, "the password is in the output")
        count = service.count()
        require(all(n == 1 for n in count["finalized"].values()), "a session was finalized twice")
        for name, wanted in (row.counts or {}).items():
            require(count[name] == wanted, f"{name}: {count[name]}, wanted {wanted}")
        if row.finalize_requests is not None:
            require(count["finalizeSigning"] == row.finalize_requests, f"finalizeSigning was sent {count['finalizeSigning']} times")
        if row.verifies is not None:
            seen = json.load(open(counts))["verifies"] if os.path.exists(counts) else 0
            require(seen == row.verifies, f"{seen} VERIFY commands, wanted {row.verifies}")
        if row.files:
            require(len(os.listdir(f"{work}/out")) == row.files, f"saved: {os.listdir(f'{work}/out')}")
    finally:
        if card:
            card.kill()
            card.wait()
            time.sleep(0.6)
        service.stop()


def ensure_pcscd():
    """The running pcscd if it serves the virtual reader, otherwise one of our own."""
    def serves():
        try:
            socket.create_connection(("127.0.0.1", 35963), timeout=1).close()
            return True
        except OSError:
            return False
    if serves():
        time.sleep(1)
        return None
    daemon = subprocess.Popen([shutil.which("pcscd") or "/usr/sbin/pcscd", "--foreground"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(50):
        time.sleep(0.2)
        if serves():
            time.sleep(1)
            return daemon
    sys.exit("pcscd with the virtual reader (package vsmartcard-vpcd) does not start")


def main():
    cli, wanted = sys.argv[1], sys.argv[2:]
    daemon = ensure_pcscd()
    failed = passed = 0
    with tempfile.TemporaryDirectory() as folder:
        identities(folder)
        for row in rows():
            if wanted and row.name not in wanted:
                continue
            begun = time.time()
            try:
                run_row(cli, row, folder)
                passed += 1
                print(f"ok    {row.name} ({time.time() - begun:.1f} s)", flush=True)
            except (AssertionError, subprocess.TimeoutExpired, json.JSONDecodeError) as e:
                failed += 1
                print(f"FAIL  {row.name}: {e}", flush=True)
    if daemon:
        daemon.terminate()
        daemon.wait()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
