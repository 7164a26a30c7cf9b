#include "card/IdemiaEid.h"
#include "fuzz/AnsweringTransport.h"
#include "fuzz/Fuzz.h"

using namespace signet;
using namespace signet::card;
using test::AnsweringTransport;

// The whole card: a driver, and whatever answers. The first byte says which card it looks like, and how it
// ends.
namespace {

constexpr const char* Atrs[] = {
    "3BDB960080B1FE451F830012428F536549440F900020", "3BDC960080B1FE451F830012428F54654944320F900012",
    "3BDB960080B1FE451F830012233F536549440F9000F1", "3BDC960080B1FE451F830012233F54654944320F9000C3"};
constexpr quint8 AtrBits = 0x03;
constexpr quint8 EndlessBit = 0x04;

void checkContents(const CardContents& contents) {
    test::require(!contents.cardType.isEmpty(), "a card has a name");
    test::require(contents.signingCertificate.isForSigning(), "what signs is for signing");
    test::require(
        !contents.authenticationCertificate || contents.authenticationCertificate->isForAuthentication(),
        "what authenticates is for that");
    test::require(contents.pinMinimumLength >= 4 && contents.pinMinimumLength <= contents.pinMaximumLength &&
                      contents.pinMaximumLength <= 12,
                  "PIN2 has a possible length");
    test::require(!contents.pin2 || contents.pin2->left <= contents.pin2->maximum,
                  "no more tries than there are");
}

void sign(IdemiaEid& card, const CardTransaction& transaction) {
    card.openSigning(transaction);
    card.verifyPin2(transaction, base::SecretBytes(QByteArrayView("123456")));
    for (const int length : {32, 48, 64}) {
        const auto signature = card.sign(transaction, *crypto::Digest::fromBytes(QByteArray(length, 'h')));
        test::require(!signature || !signature->isEmpty(), "a signature is not empty");
    }
    card.leaveSigning(transaction);
}

void use(IdemiaEid& card) {
    const auto transaction = CardTransaction::begin(card);
    const auto contents = card.read(*transaction);
    card.readPin2Tries(*transaction);
    if (contents) {
        checkContents(*contents);
        sign(card, *transaction);
        const auto forSigning = card.readForSigning(*transaction, contents->signingCertificate);
        if (forSigning)
            checkContents(*forSigning);
    }
    const auto again = card.read(*transaction);  // perhaps one that is known
    if (again)
        checkContents(*again);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes = test::viewOf(data, size);
    if (bytes.isEmpty())
        return 0;
    const auto first = static_cast<quint8>(bytes[0]);
    const QByteArray atr = QByteArray::fromHex(Atrs[first & AtrBits]);
    // what is repeated for ever need not be long, and each run of it takes its time
    const bool endless = (first & EndlessBit) != 0 && bytes.size() <= 100;
    int exchanges = 0;
    KnownCards known;
    IdemiaEid card(std::make_unique<AnsweringTransport>(
                       atr, bytes.sliced(1),
                       endless ? AnsweringTransport::AtEnd::FromTheStart : AnsweringTransport::AtEnd::CardOut,
                       exchanges),
                   QStringLiteral("Reader"), known, *IdemiaCountry::of(atr));
    if (endless)
        card.read(*CardTransaction::begin(card));
    else
        use(card);
    test::require(!endless || exchanges <= 3 * (Iso7816::MostExchanges + 40 * 700),
                  "a bounded number of exchanges");
    return 0;
}
