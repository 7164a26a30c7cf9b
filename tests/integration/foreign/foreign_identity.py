#!/usr/bin/env python3
"""Keys and certificates for foreign_card.py: a small CA, a signing and an authentication certificate.

    foreign_identity.py DIR rsa|ec|estonian [--expired] [--swap-usage]
"""
import datetime
import os
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID


def main(folder, kind, *flags):
    os.makedirs(folder, exist_ok=True)
    now = datetime.datetime.utcnow()
    new_key = (lambda: rsa.generate_private_key(65537, 2048)) if kind == "rsa" else (lambda: ec.generate_private_key(ec.SECP384R1()))
    ca_key = ec.generate_private_key(ec.SECP256R1())
    ca_name = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "LV"), x509.NameAttribute(NameOID.COMMON_NAME, "Somebody else's CA")])
    for name in ("auth", "sign"):
        key = new_key()
        estonian = kind == "estonian"
        surname, given, code = ("KÜLÖNEN", "ÕIE", "48012310000") if estonian else ("ĶĒNIŅŠ", "ŽANIS", "121280-10101")
        country = "EE" if estonian else "LV"
        subject = x509.Name([
            x509.NameAttribute(NameOID.COUNTRY_NAME, country),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{surname},{given},{code}" if estonian else f"{surname} {given}"),
            x509.NameAttribute(NameOID.SURNAME, surname), x509.NameAttribute(NameOID.GIVEN_NAME, given),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, f"PNO{country}-{code}")])
        end = now - datetime.timedelta(days=3) if "--expired" in flags else now + datetime.timedelta(days=900)
        signing = (name == "sign") != ("--swap-usage" in flags)
        usage = dict(digital_signature=not signing, content_commitment=signing, key_encipherment=False, data_encipherment=False,
                     key_agreement=estonian and not signing, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False)
        builder = (x509.CertificateBuilder().subject_name(subject).issuer_name(ca_name).public_key(key.public_key())
                   .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=100)).not_valid_after(end)
                   .add_extension(x509.KeyUsage(**usage), critical=True))
        if not signing:
            builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=estonian)
        certificate = builder.sign(ca_key, hashes.SHA256())
        open(f"{folder}/{name}.key", "wb").write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        open(f"{folder}/{name}.der", "wb").write(certificate.public_bytes(serialization.Encoding.DER))


if __name__ == "__main__":
    main(*sys.argv[1:])
