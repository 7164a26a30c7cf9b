"""What foreign_service.py does beside signing: eSealCreate, addArchive, validation and the central key. Written from
SignAPI's description alone."""
import base64
import json
import os

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

HABITS = {
    "key-pem": "public/key answers {\"publicKey\": PEM}",
    "key-certificate": "public/key answers a certificate as PEM, under \"certificate\", in data",
    "key-text": "public/key answers base64 DER as text, in data",
    "oaep": "eSealCreate takes OAEP with SHA-1 only",
    "refuses-whole": "addArchive refuses the whole request, naming no session, if one document is not signed",
    "validation-1": "there is no version 2 of validation",
    "no-validation": "validation is not allowed (403)",
}


def refusal(code, message):
    return {"code": code, "message": message}


class CentralKey:
    def __init__(self):
        self.key = rsa.generate_private_key(65537, 2048)

    def spki(self, encoding):
        return self.key.public_key().public_bytes(encoding, serialization.PublicFormat.SubjectPublicKeyInfo)

    def decrypt(self, value, oaep):
        how = padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None) if oaep else padding.PKCS1v15()
        return self.key.decrypt(value, how)

    def certificate(self):
        import datetime
        now = datetime.datetime.utcnow()
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Central authentication")])
        return (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(self.key.public_key()).serial_number(7)
                .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=9)).sign(self.key, hashes.SHA256()))


class Changes:
    """Mixed into the handler."""

    def public_key(self, body, query):
        key = self.state.central
        if self.habit("key-certificate"):
            return self.reply(200, {"data": {"certificate": key.certificate().public_bytes(serialization.Encoding.PEM).decode()}})
        if self.habit("key-text"):
            return self.reply(200, {"data": base64.b64encode(key.spki(serialization.Encoding.DER)).decode()})
        return self.data(200, {"publicKey": key.spki(serialization.Encoding.PEM).decode()})

    def auth_certificate(self, text):
        """Base64 of the DER in one line, or PEM text; noted, so that a test can tell which it was."""
        pem = text.startswith("-----BEGIN CERTIFICATE-----")
        self.state.count["pem" if pem else "der"] += 1
        certificate = x509.load_pem_x509_certificate(text.encode()) if pem else x509.load_der_x509_certificate(base64.b64decode(text, validate=True))
        assert certificate.extensions.get_extension_for_class(x509.KeyUsage).value.digital_signature
        return certificate

    def changed(self, session, ident, name):
        """The document that is there from now on."""
        self.state.count["finalized"][ident] = self.state.count["finalized"].get(ident, 0) + 1
        session["files"] = [{"id": os.urandom(16).hex(), "name": name, "data": b"PK\x03\x04 " + name.encode() + b" of " + ident.encode()}]

    def stem(self, session):
        return os.path.splitext(session["files"][0]["name"])[0]

    def seal(self, body, query):
        request = json.loads(body)
        self.state.count["eSealCreate"] += 1
        assert isinstance(request["signAsPdf"], bool) and isinstance(request["createNewEdoc"], bool)
        auth = self.auth_certificate(request["authCertificate"])
        try:
            password = self.state.central.decrypt(base64.b64decode(request["signKeyPassword"], validate=True), self.habit("oaep"))
            key, certificate, _ = pkcs12.load_key_and_certificates(base64.b64decode(request["signKey"], validate=True), password)
        except ValueError as e:
            return self.reply(400, {"error": refusal("signing:eSealCreate", f"Atslēgu nevar atvērt {e!r}")})
        assert certificate.public_key().public_numbers() == key.public_key().public_numbers()
        assert certificate.public_bytes(serialization.Encoding.DER) != auth.public_bytes(serialization.Encoding.DER)
        results = []
        for wanted in request["sessions"]:
            ident = wanted["sessionId"]
            session, ordered = self.state.sessions.get(ident), self.trouble(ident, "eSealCreate")
            if ordered == "absent":
                continue
            if ordered or session is None or not session["files"]:
                results.append({"sessionId": ident, "error": ordered or refusal("sign:noSession", "Sesijas nav")})
                continue
            key.sign(ident.encode(), padding.PKCS1v15(), hashes.SHA256())
            organisation = certificate.subject.get_attributes_for_oid(x509.NameOID.ORGANIZATION_NAME)[0].value
            session.setdefault("signatures", []).append(organisation)
            self.changed(session, ident, self.stem(session) + ".asice")
            results.append({"sessionId": ident, **({"error": None} if self.habit("null-errors") else {})})
        return self.answer_change(results)

    def archive(self, body, query):
        request = json.loads(body)
        self.state.count["addArchive"] += 1
        self.auth_certificate(request["authCertificate"])
        wanted = [entry["sessionId"] for entry in request["sessions"]]
        unsigned = [i for i in wanted if not self.state.sessions.get(i, {}).get("signatures")]
        if unsigned and (self.habit("refuses-whole") or len(wanted) == 1):
            return self.reply(400, {"data": {"results": [{"error": {"code": "signing:addArchive"}}]}})
        results = []
        for ident in wanted:
            ordered = self.trouble(ident, "addArchive")
            if ordered == "absent":
                continue
            if ordered or ident in unsigned:
                results.append({"sessionId": ident, "error": ordered or refusal("signing:addArchive", "Nav paraksta")})
                continue
            session = self.state.sessions[ident]
            session["stamps"] = session.get("stamps", 0) + 1
            self.changed(session, ident, self.stem(session) + ".extended.asice")
            results.append({"sessionId": ident})
        return self.answer_change(results)

    def validate(self, version, ident, document, body, query):
        if version == "2" and self.habit("validation-1"):
            return self.reply(404, None, raw=b"<html><body>404 Not Found</body></html>", kind="text/html")
        if self.habit("no-validation"):
            return self.reply(403, {"error": {"code": "validation:forbidden", "message": "No validation rights"}})
        session = self.known(ident)
        if session is None:
            return None
        name = next((f["name"] for f in session["files"] if f["id"] == document), None)
        if name is None:
            return self.reply(404, {"error": "no such document"})
        if not session.get("signatures"):
            return self.reply(400, {"error": "file is not signed"})
        level = "XAdES_BASELINE_LTA" if session.get("stamps") else "XAdES_BASELINE_LT"
        verdict = self.trouble(ident, "validate") or "TOTAL-PASSED"
        shared = {"subIndication": "", "indication": verdict, "signatureLevel": "QESEAL", "signatureFormat": level, "errors": [],
                  "warnings": [{"content": "The trusted list is not considered as fresh!"}]}
        one = lambda n, who: {**shared, "id": f"S-{n}", "signedBy": who, "signerSerialNumber": "", "info": {"bestSignatureTime": "2026-03-05T09:12:51Z"}}
        two = lambda n, who: {**shared, "id": f"S-{n}", "signerExt": {"signedby": who, "organization": who}, "timeStamp": "2026-03-05T09:12:51"}
        signatures = [(one if version == "1" else two)(n, who) for n, who in enumerate(session["signatures"])]
        shown = {"filename": name} if version == "1" else {"fileName": name, "includedFiles": ["akts.txt"]}
        return self.data(200, {"signatureForm": "ASiC-E", "validationTime": "2026-03-05T09:14:27Z", "validationLevel": "LTA", "signaturesCount": len(signatures),
                               "validSignaturesCount": len(signatures), "validatedDocument": shown, "signaturesExt": signatures})
