#include "card/IdemiaCountry.h"
#include "card/Pkcs15.h"
#include "card/Tlv.h"
#include "fuzz/Fuzz.h"

using namespace signet;
using namespace signet::card;

namespace {

bool isWithin(const QByteArray& piece, QByteArrayView bytes) {
    return piece.isEmpty() || bytes.contains(piece);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes = test::viewOf(data, size);
    const auto directory = pkcs15::readObjectDirectory(bytes);
    test::require(directory.privateKeys.size() + directory.certificates.size() +
                          directory.authenticationObjects.size() <=
                      MaxTlvObjects,
                  "a bounded number of directories");
    for (const auto& key : pkcs15::readPrivateKeys(bytes))
        test::require(isWithin(key.id, bytes) && isWithin(key.authId, bytes), "identifiers are the file's");
    for (const auto& certificate : pkcs15::readCertificates(bytes)) {
        test::require(isWithin(certificate.id, bytes), "identifiers are the file's");
        test::require(certificate.path.offset >= 0 && certificate.path.length.value_or(0) >= 0,
                      "places are no negative numbers");
    }
    for (const auto& pin : pkcs15::readPins(bytes)) {
        test::require(pin.minimumLength >= 0 && pin.minimumLength <= 0xFF && pin.maximumLength >= 0 &&
                          pin.maximumLength <= 0xFF,
                      "lengths of PINs fit into a byte");
    }
    if (const IdemiaCountry* const country = IdemiaCountry::of(bytes))
        test::require(country->typeName(bytes) != nullptr, "a card of a country has a name");
    return 0;
}
