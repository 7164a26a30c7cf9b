#!/usr/bin/env python3
"""A Latvian or Estonian eID card by somebody else, put into the virtual reader (vpcd): written from the card's description alone,
in another language and with other habits than Signet's own virtual card, so that Signet cannot lean on those.

    foreign_card.py --connect HOST:PORT --identity DIR --kind cosmo8-rsa|cosmo8-ec|cosmox-ec|estonian8|estonianx
                    [--drop-pin] [...]

DIR holds auth.key auth.der sign.key sign.der. With --trace FILE every exchange is written there (PINs blanked).
"""
import argparse
import socket
import struct
import sys
import time

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, utils

ATR_COSMO8 = bytes.fromhex("3BDB960080B1FE451F830012428F536549440F900020")
ATR_COSMOX = bytes.fromhex("3BDC960080B1FE451F830012428F54654944320F900012")
ATR_ESTONIA = {"estonian8": bytes.fromhex("3BDB960080B1FE451F830012233F536549440F9000F1"),
               "estonianx": bytes.fromhex("3BDC960080B1FE451F830012233F54654944320F9000C3")}
AID_MAIN = bytes.fromhex("A000000077010800070000FE00000100")
AID_AUTH = bytes.fromhex("E828BD080FF2504F5420415750")
AID_SIGN = bytes.fromhex("51534344204170706C69636174696F6E")


def tlv(tag, *parts):
    body = b"".join(parts)
    head = bytes.fromhex(f"{tag:02X}" if tag < 256 else f"{tag:04X}")
    if len(body) < 0x80:
        return head + bytes([len(body)]) + body
    if len(body) < 0x100:
        return head + b"\x81" + bytes([len(body)]) + body
    return head + b"\x82" + struct.pack(">H", len(body)) + body


def label(text):
    return tlv(0x0C, text.encode())


def private_key_entry(kind_tag, text, ident, reference, auth_id, consent, bits):
    common = [label(text), bytes.fromhex("03020780"), tlv(0x04, auth_id)]
    if consent:
        common.append(bytes.fromhex("020101"))
    key = [tlv(0x04, ident), bytes.fromhex("03030602 40".replace(" ", "")), bytes.fromhex("030203B8"),
           tlv(0x02, bytes([0, reference]))]
    value = tlv(0x30, tlv(0x30, tlv(0x04, b"")), tlv(0x02, struct.pack(">H", bits)))
    return tlv(kind_tag, tlv(0x30, *common), tlv(0x30, *key), tlv(0xA1, value))


def certificate_entry(text, ident, path):
    value = tlv(0x30, tlv(0x30, tlv(0x04, path)))
    return tlv(0x30, tlv(0x30, label(text), bytes.fromhex("03020640")), tlv(0x30, tlv(0x04, ident)), tlv(0xA1, value))


def pin_entry(text, reference, minimum, local):
    flags = bytes.fromhex("0302045C" if local else "0302040C")
    attributes = tlv(0x30, flags, bytes.fromhex("0A0101"), tlv(0x02, bytes([minimum])), tlv(0x02, b"\x0c"),
                     tlv(0x02, b"\x0c"), tlv(0x80, bytes([reference])), tlv(0x04, b"\xff"))
    return tlv(0x30, tlv(0x30, label(text), bytes.fromhex("030206C0")), tlv(0x30, tlv(0x04, b"\x01")),
               tlv(0xA1, attributes))


class Card:
    def __init__(self, options):
        self.o = options
        rsa = options.kind == "cosmo8-rsa"
        estonian = options.kind in ATR_ESTONIA
        self.atr = ATR_ESTONIA[options.kind] if estonian else ATR_COSMOX if options.kind == "cosmox-ec" else ATR_COSMO8
        load = lambda name: open(f"{options.identity}/{name}", "rb").read()
        self.keys = {"auth": serialization.load_pem_private_key(load("auth.key"), None),
                     "sign": serialization.load_pem_private_key(load("sign.key"), None)}
        self.key_reference = {"auth": 0x81 if rsa or estonian else 0x82, "sign": 0x9F if rsa or estonian else 0x9E}
        files = {"auth": 0x3402 if options.kind == "cosmo8-ec" else 0x3401,
                 "sign": 0x341E if options.kind == "cosmo8-ec" else 0x341F}
        tag = 0x30 if rsa else 0xA0
        bits = 2048 if rsa else 384
        short = options.short_records
        directory = {"auth": (0x7001 if short else 0x7002, 0x7005, 0x7001), "sign": (0x7011 if short else 0x7012, 0x7015, 0x7011)}
        self.files = {"main": {0x5031: b""}, "auth": {}, "sign": {}}
        for name, ident, consent, minimum, reference in (("auth", b"\x01", False, 4, 0x01), ("sign", b"\x02", True, 5 if estonian else 6, 0x85)):
            keys_file, certificates_file, pins_file = directory[name]
            struct_path = lambda number: tlv(0x30, tlv(0x04, struct.pack(">H", number)))
            entries = [tlv(0xA0, struct_path(keys_file)), tlv(0xA4, struct_path(certificates_file))]
            path = struct.pack(">H", files[name])
            if options.long_paths:
                path = (b"\x3f\x00" if name == "auth" else b"\x3f\x00\xad\xf2") + path
            f = self.files[name]
            f[keys_file] = private_key_entry(tag, f"{name} key", ident, self.key_reference[name], ident, consent, bits)
            f[certificates_file] = certificate_entry(f"{name} certificate", ident, path)
            if not short:
                entries.insert(0, tlv(0xA8, struct_path(pins_file)))
                entries.append(tlv(0xA7, struct_path(0x7006)))
                f[pins_file] = pin_entry("PIN1" if name == "auth" else "PIN2", reference, minimum, name == "sign")
                f[0x7006] = b""
            f[0x5031] = b"".join(entries) + b"\x00" * (8 if options.padded_files else 0)
            f[files[name]] = load(f"{name}.der") + (b"\x00" * 64 if options.padded_files else b"")
            if options.kind == "cosmo8-ec":
                f[0x3401 if name == "auth" else 0x341F] = b"\x00"
        self.tries = {0x01: 3, 0x02: 3, 0x85: options.tries}
        self.verifies = 0
        self.signatures = 0
        self.exchanges = 0
        self.pending = b""
        self.reset()

    def reset(self):
        self.application, self.file, self.environment, self.pin2_open, self.pending = "main", None, None, False, b""

    def select_application(self, name):
        if name != self.application:
            self.pin2_open, self.environment = False, None
        self.application, self.file = name, None

    def answer(self, command):
        self.exchanges += 1
        if self.o.trace:
            shown = command[:5].hex() + "…" if command[1:2] in (b"\x20", b"\x24", b"\x2c") else command.hex()
            self.o.trace.write(f"> {shown}\n")
        result = self.command(command)
        if self.o.t0 and command[1:2] != b"\xc0" and len(result) > 2 and command[1] in (0x2A, 0xCB, 0xA4):
            self.pending = result[:-2]
            result = bytes([0x61, len(self.pending) & 0xFF])
        if self.o.trace:
            self.o.trace.write(f"< {result.hex()}\n")
            self.o.trace.flush()
        return result

    def command(self, c):
        if len(c) < 4:
            return b"\x67\x00"
        cla, ins, p1, p2 = c[:4]
        if cla != 0:
            return b"\x6e\x00"
        body, le = b"", None
        if len(c) == 5:
            le = c[4]
        elif len(c) > 5:
            if c[4] == 0:
                return b"\x67\x00"
            body = c[5:5 + c[4]]
            rest = c[5 + c[4]:]
            if len(body) != c[4] or len(rest) > 1:
                return b"\x67\x00"
            le = rest[0] if rest else None
        handler = {0xA4: self.select, 0xB0: self.read, 0xCB: self.get_data, 0x20: self.verify, 0x22: self.mse, 0x2A: self.pso, 0xC0: self.get_response}.get(ins)
        return handler(p1, p2, body, le) if handler else b"\x6d\x00"

    def get_response(self, p1, p2, body, le):
        if not self.pending:
            return b"\x69\x85"
        n = le or 256
        part, self.pending = self.pending[:n], self.pending[n:]
        return part + (b"\x90\x00" if not self.pending else bytes([0x61, min(len(self.pending), 255)]))

    def select(self, p1, p2, body, le):
        if p1 == 0x04:
            for aid, name in ((AID_MAIN, "main"), (AID_AUTH, "auth"), (AID_SIGN, "sign")):
                if body == aid:
                    self.select_application(name)
                    return b"\x90\x00" if p2 == 0x0C else tlv(0x6F, tlv(0x84, aid)) + b"\x90\x00"
            return b"\x6a\x82"
        if p1 in (0x00, 0x02, 0x08, 0x09):
            if body == b"\x3f\x00":
                self.select_application("main")
                return b"\x90\x00"
            if p1 in (0x08, 0x09) and len(body) > 2:
                body = body[-2:]
            if len(body) != 2:
                return b"\x6a\x80"
            number = struct.unpack(">H", body)[0]
            if number not in self.files[self.application]:
                return b"\x6a\x82"
            self.file = number
            if p2 == 0x0C:
                return b"\x90\x00"
            size = struct.pack(">H", len(self.files[self.application][number]))
            size_tag = 0x81 if self.o.size_in_81 else 0x80
            return tlv(0x62, tlv(0x82, b"\x01"), tlv(0x83, body), tlv(size_tag, size), tlv(0x8A, b"\x05")) + b"\x90\x00"
        return b"\x6a\x86"

    def read(self, p1, p2, body, le):
        if p1 & 0x80 or self.file is None or le is None:
            return b"\x69\x86" if self.file is None else b"\x6a\x86"
        content = self.files[self.application][self.file]
        offset, n = p1 << 8 | p2, le or 256
        if n > 0xE7:
            return b"\x67\x00"
        if offset >= len(content):
            return b"\x6b\x00"
        n = min(n, self.o.block) if self.o.block else n
        return content[offset:offset + n] + b"\x90\x00"

    def get_data(self, p1, p2, body, le):
        if (p1, p2) != (0x3F, 0xFF) or not (body[:2] == b"\x4d\x08" and body[2:5] == b"\x70\x06\xbf"):
            return b"\x6a\x80"
        reference = {1: 0x01, 2: 0x02, 5: 0x85}.get(body[6] & 0x0F)
        if reference is None or (reference == 0x85) != (self.application == "sign"):
            return b"\x6a\x88"
        inner = tlv(0xA0, tlv(0x9A, b"\x03"), tlv(0x9B, bytes([self.tries[reference]])))
        return tlv(0x70, b"\xbf" + body[5:7][0:2] + bytes([len(inner)]) + inner) + b"\x90\x00"

    def verify(self, p1, p2, body, le):
        if p2 != 0x85 or self.application != "sign":
            return b"\x6a\x88"
        if not body:
            return b"\x90\x00" if self.pin2_open else bytes([0x63, 0xC0 | self.tries[0x85]])
        self.verifies += 1
        if len(body) != 12:
            return b"\x67\x00"
        if self.tries[0x85] == 0:
            return b"\x69\x83"
        if body.rstrip(b"\xff") == self.o.pin.encode():
            self.tries[0x85], self.pin2_open = self.o.tries, True
            return b"\x90\x00"
        self.pin2_open = False
        self.tries[0x85] -= 1
        return bytes([0x63, 0xC0 | self.tries[0x85]])

    def mse(self, p1, p2, body, le):
        if (p1, p2) != (0x41, 0xB6):
            return b"\x6a\x86"
        wanted = b"\x80\x01" + (b"\x42" if self.o.kind == "cosmo8-rsa" else b"\x54") + b"\x84\x01" + bytes([self.key_reference["sign"]])
        if body != wanted or self.application != "sign":
            return b"\x6a\x88"
        self.environment = "sign"
        return b"\x90\x00"

    def pso(self, p1, p2, body, le):
        if (p1, p2) != (0x9E, 0x9A):
            return b"\x6a\x86"
        if self.application != "sign" or self.environment is None:
            return b"\x69\x85"
        if not self.pin2_open:
            return b"\x69\x82"
        key = self.keys["sign"]
        if self.o.kind == "cosmo8-rsa":
            if len(body) != 32:
                return b"\x67\x00"
            value = key.sign(body, padding.PKCS1v15(), utils.Prehashed(hashes.SHA256()))
        else:
            if len(body) != 48:
                return b"\x67\x00"
            der = key.sign(body, ec.ECDSA(utils.Prehashed(hashes.SHA384())))
            r, s = utils.decode_dss_signature(der)
            value = r.to_bytes(48, "big") + s.to_bytes(48, "big")
        time.sleep(self.o.sign_seconds)
        self.signatures += 1
        if self.o.drop_pin:
            self.pin2_open = False
        return value + b"\x90\x00"


def receive(sock, n):
    data = b""
    while len(data) < n:
        part = sock.recv(n - len(data))
        if not part:
            return None
        data += part
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
    return data


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--connect", default="127.0.0.1:35963")
    p.add_argument("--identity", required=True)
    p.add_argument("--kind", choices=["cosmo8-rsa", "cosmo8-ec", "cosmox-ec", *ATR_ESTONIA], default="cosmox-ec")
    p.add_argument("--pin", default="654321")
    p.add_argument("--tries", type=int, default=3)
    p.add_argument("--block", type=int, default=0, help="longest READ BINARY answer")
    p.add_argument("--sign-seconds", type=float, default=0.0)
    p.add_argument("--remove-after-signatures", type=int, default=-1)
    p.add_argument("--mute-after-signatures", type=int, default=-1)
    for flag in ("drop-pin", "t0", "short-records", "long-paths", "padded-files", "size-in-81"):
        p.add_argument(f"--{flag}", action="store_true")
    p.add_argument("--trace", type=argparse.FileType("w"))
    p.add_argument("--counts", help="file for the numbers of VERIFY and signatures, rewritten after each exchange")
    o = p.parse_args()
    card = Card(o)
    host, port = o.connect.rsplit(":", 1)
    sock = socket.create_connection((host, int(port)))
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    print("inserted", flush=True)
    while True:
        head = receive(sock, 2)
        if head is None:
            return 0
        message = receive(sock, struct.unpack(">H", head)[0])
        if message is None:
            return 0
        if len(message) == 1:
            if message[0] in (0, 1, 2):
                card.reset()
            if message[0] == 4:
                sock.sendall(struct.pack(">H", len(card.atr)) + card.atr)
            continue
        if 0 <= o.mute_after_signatures <= card.signatures:
            time.sleep(3600)
        reply = card.answer(message)
        if o.counts:
            with open(o.counts, "w") as f:
                f.write(f'{{"verifies":{card.verifies},"signatures":{card.signatures},"exchanges":{card.exchanges}}}\n')
        if 0 <= o.remove_after_signatures < card.signatures:
            return 0
        sock.sendall(struct.pack(">H", len(reply)) + reply)


if __name__ == "__main__":
    sys.exit(main())
