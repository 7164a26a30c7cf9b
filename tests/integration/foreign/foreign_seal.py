#!/usr/bin/env python3
"""An organisation's e-seal by somebody else: the PFX, and the authentication certificate that belongs to it, as PEM, DER
and PFX. The password has letters outside ASCII.

    foreign_seal.py DIR
"""
import datetime
import os
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

PASSWORD = "Zīmogs-Пароль 1"
# QcStatements (ETSI EN 319 412-5): QcCompliance, and QcType with id-etsi-qct-eseal.
ESEAL = bytes.fromhex("301f3008060604008e460101" "3013060604008e46010630090607" "04008e46010602")


def certificate(subject, issuer, key, ca_key, **use):
    now = datetime.datetime.utcnow()
    usage = dict(digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
                 key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False)
    usage[use["usage"]] = True
    builder = (x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
               .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=100))
               .not_valid_after(now + datetime.timedelta(days=900)).add_extension(x509.KeyUsage(**usage), critical=True))
    if use.get("eseal"):
        builder = builder.add_extension(x509.UnrecognizedExtension(ObjectIdentifier("1.3.6.1.5.5.7.1.3"), ESEAL), critical=False)
    else:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
    return builder.sign(ca_key, hashes.SHA256())


def main(folder):
    os.makedirs(folder, exist_ok=True)
    ca_key = ec.generate_private_key(ec.SECP256R1())
    ca = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "LV"), x509.NameAttribute(NameOID.COMMON_NAME, "Somebody else's seal CA")])
    organisation = x509.Name([
        x509.NameAttribute(NameOID.COUNTRY_NAME, "LV"), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "SIA Cits Uzņēmums"),
        x509.NameAttribute(ObjectIdentifier("2.5.4.97"), "NTRLV-40000000000"), x509.NameAttribute(NameOID.COMMON_NAME, "SIA Cits Uzņēmums")])
    seal_key = rsa.generate_private_key(65537, 2048)
    seal = certificate(organisation, ca, seal_key, ca_key, usage="content_commitment", eseal=True)
    auth_key = ec.generate_private_key(ec.SECP256R1())
    auth = certificate(organisation, ca, auth_key, ca_key, usage="digital_signature")

    modern = serialization.BestAvailableEncryption(PASSWORD.encode())
    old = (serialization.PrivateFormat.PKCS12.encryption_builder().kdf_rounds(2048)
           .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC).hmac_hash(hashes.SHA1()).build(PASSWORD.encode()))
    files = {
        "seal.pfx": pkcs12.serialize_key_and_certificates("zīmogs".encode(), seal_key, seal, None, modern),
        "seal-3des.pfx": pkcs12.serialize_key_and_certificates(None, seal_key, seal, None, old),
        "auth.pfx": pkcs12.serialize_key_and_certificates(None, auth_key, auth, None, modern),
        "auth.pem": auth.public_bytes(serialization.Encoding.PEM),
        "auth.der": auth.public_bytes(serialization.Encoding.DER),
        "password": (PASSWORD + "\n").encode(),
        "wrong-password": (PASSWORD + "?\n").encode(),
    }
    for name, content in files.items():
        open(f"{folder}/{name}", "wb").write(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
