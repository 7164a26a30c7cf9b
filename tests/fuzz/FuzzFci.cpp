#include "card/Iso7816.h"
#include "fuzz/AnsweringTransport.h"
#include "fuzz/Fuzz.h"

using namespace signet;
using namespace signet::card;

namespace {

// the last READ, and each of the SELECTs, may take some hundreds by GET RESPONSE
constexpr int MostExchanges = Iso7816::MostExchanges + 5 * 700;

void read(QByteArrayView answers, test::AnsweringTransport::AtEnd atEnd) {
    int exchanges = 0;
    test::AnsweringTransport transport({}, answers, atEnd, exchanges);
    Iso7816 card(transport);
    const auto size = card.selectFile(0x5031);
    test::require(!size || !*size || (**size >= 0 && **size <= 0xFFFFFFFF), "a size is no negative number");
    const auto file = card.readFile(0x5031);
    test::require(!file || file->size() <= Iso7816::MaxFileSize, "a file is of a bounded size");
    const auto piece =
        card.readSelected(std::nullopt, 0x7F00, [](QByteArrayView bytes) { return bytes.size() > 10; });
    test::require(!piece || piece->size() <= Iso7816::MaxFileSize, "a piece is of a bounded size");
    card.getData("any");
    test::require(exchanges <= MostExchanges, "a bounded number of exchanges");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView answers = test::viewOf(data, size);
    read(answers, test::AnsweringTransport::AtEnd::CardOut);
    if (answers.size() <= 600)  // longer ones take long, and are no more endless
        read(answers, test::AnsweringTransport::AtEnd::FromTheStart);
    return 0;
}
