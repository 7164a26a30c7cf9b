#include "crypto/Certificate.h"
#include "crypto/SignatureCheck.h"
#include "fuzz/Fuzz.h"

using namespace signet;
using crypto::Certificate;

namespace {

void touch(const Certificate& certificate, QByteArrayView bytes) {
    const auto again = Certificate::fromDer(certificate.der());
    test::require(again && *again == certificate, "what was read once is read again");
    test::require(again->subject() == certificate.subject() && again->keyBits() == certificate.keyBits() &&
                      again->qualifiedStatements() == certificate.qualifiedStatements(),
                  "and says the same");
    const auto fromText = Certificate::fromAnyEncoding(certificate.toPem());
    test::require(fromText && *fromText == certificate, "its PEM is the same certificate");
    test::require(certificate.notBefore().isValid() && certificate.notAfter().isValid(), "it has a validity");
    test::require(certificate.fingerprint().size() == 32, "its fingerprint is a SHA-256");
    certificate.isSeal();
    // a card's signature is checked with whatever key the card's certificate names
    for (const int length : {32, 48}) {
        const auto digest = crypto::Digest::fromBytes(QByteArray(length, 'h'));
        crypto::checkDigestFits(certificate, *digest);
        const qsizetype most = std::min<qsizetype>(bytes.size(), (certificate.keyBits() + 7) / 8 * 2);
        const auto value = crypto::checkableValue(certificate, bytes.last(most));
        if (value)
            crypto::checkSignature(certificate, *digest, *value);
        crypto::checkSignature(certificate, *digest, bytes.last(std::min<qsizetype>(bytes.size(), 256)));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes = test::viewOf(data, size);
    if (const auto certificate = Certificate::fromDer(bytes))
        touch(*certificate, bytes);
    if (const auto certificate = Certificate::fromAnyEncoding(bytes))
        test::require(certificate->der().size() <= 64 * 1024, "a certificate is of a bounded size");
    return 0;
}
