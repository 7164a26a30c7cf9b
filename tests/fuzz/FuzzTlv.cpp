#include "card/PinPad.h"
#include "card/Tlv.h"
#include "fuzz/Fuzz.h"

using namespace signet;
using namespace signet::card;

namespace {

/** Every level, to a depth that no file of a card has. */
void walk(QByteArrayView bytes, int depth) {
    const QList<Tlv> objects = tlvObjects(bytes);
    test::require(objects.size() <= MaxTlvObjects, "a bounded number of objects");
    for (const Tlv& object : objects) {
        test::require(test::isWithin(object.value, bytes), "a value lies in what was read");
        test::require(object.value.size() < bytes.size(), "a value is shorter than its object");
        tlvNumber(object.value);
        if (depth > 0)
            walk(object.value, depth - 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes = test::viewOf(data, size);
    walk(bytes, 3);
    TlvReader reader(bytes);
    qsizetype found = 0;
    while (reader.next())
        ++found;
    test::require(found <= bytes.size() / 2, "an object takes two bytes");
    test::require(!reader.next(), "nothing comes after the end");
    for (const auto& path :
         {std::initializer_list<quint32>{0x70, 0xBF8105, 0xA0, 0x9B}, {0x62, 0x80}, {0x04}}) {
        const auto value = findTlv(bytes, path);
        test::require(!value || test::isWithin(*value, bytes), "what is found lies in what was read");
    }
    verifyPinDirect(bytes);  // a reader's features are TLV of a kind, too
    return 0;
}
