#include "sandbox/card/CardWords.h"

namespace signet::sandbox {
namespace {

constexpr qsizetype HeaderLength = 4;

quint8 byteAt(QByteArrayView bytes, qsizetype index) {
    return static_cast<quint8>(bytes[index]);
}

int shortLe(quint8 byte) {
    return byte == 0 ? 256 : byte;
}

}  // namespace

tl::expected<CardCommand, quint16> parseCommand(QByteArrayView bytes) {
    if (bytes.size() < HeaderLength)
        return tl::unexpected(status::WrongLength);
    CardCommand command;
    command.cla = byteAt(bytes, 0);
    command.ins = byteAt(bytes, 1);
    command.p1 = byteAt(bytes, 2);
    command.p2 = byteAt(bytes, 3);

    const QByteArrayView body = bytes.sliced(HeaderLength);
    if (body.isEmpty())
        return command;
    if (body.size() == 1) {
        command.le = shortLe(byteAt(body, 0));
        return command;
    }
    // With more to follow, a first byte of zero would announce an extended length.
    const qsizetype lc = byteAt(body, 0);
    if (lc == 0 || body.size() < 1 + lc || body.size() > 2 + lc)
        return tl::unexpected(status::WrongLength);
    command.data = base::SecretBytes(body.sliced(1, lc));
    if (body.size() == 2 + lc)
        command.le = shortLe(byteAt(body, 1 + lc));
    return command;
}

}  // namespace signet::sandbox
