#include "card/Iso7816.h"

#include <algorithm>
#include <array>

#include "base/Log.h"
#include "card/Tlv.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;

constexpr int FullAnswer = 256;
constexpr qsizetype MaxAnswer = 0x10000;
constexpr int MaxGetResponses = 300;

constexpr quint16 EndOfFileReached = 0x6282;
constexpr quint16 OffsetBeyondEnd = 0x6B00;

int announcedLength(StatusWord status) {
    return status.sw2() == 0 ? FullAnswer : status.sw2();
}

std::optional<qsizetype> sizeFromFcp(QByteArrayView fcp) {
    for (const quint32 tag : {0x80U, 0x81U}) {
        for (const quint32 form : {0x62U, 0x6FU}) {
            const std::optional<QByteArrayView> value = findTlv(fcp, {form, tag});
            const std::optional<quint32> size = value ? tlvNumber(*value) : std::nullopt;
            if (size)
                return static_cast<qsizetype>(*size);
        }
    }
    return std::nullopt;
}

}  // namespace

base::Error statusError(StatusWord status, const QString& what) {
    return base::Error(ErrorCode::CardFailed, {status.toString()}, what);
}

Expected<ResponseApdu> Iso7816::transmit(const CommandApdu& command) {
    ++m_exchanges;
    Expected<ResponseApdu> answer = m_transport->transmit(command);
    qCDebug(base::logCard).noquote() << command.forLog() << "->"
                                     << (answer ? answer->status.toString() : answer.error().publicCode());
    return answer;
}

Expected<ResponseApdu> Iso7816::exchange(const CommandApdu& command) {
    Expected<ResponseApdu> answer = transmit(command);
    if (answer && answer->status.wantsOtherLength())
        answer = transmit(command.withLe(announcedLength(answer->status)));
    if (!answer || !answer->status.hasMoreData())
        return answer;
    return collect(std::move(*answer));
}

Expected<ResponseApdu> Iso7816::collect(ResponseApdu answer) {
    for (int i = 0; answer.status.hasMoreData(); ++i) {
        const CommandApdu getResponse(0x00, 0xC0, 0x00, 0x00, {}, announcedLength(answer.status));
        Expected<ResponseApdu> part = transmit(getResponse);
        if (part && part->status.wantsOtherLength())
            part = transmit(getResponse.withLe(announcedLength(part->status)));
        if (!part)
            return part;
        answer.data += part->data;
        answer.status = part->status;
        if (answer.data.size() > MaxAnswer || i == MaxGetResponses)
            return fail(ErrorCode::CardDataInvalid, QStringList{}, QStringLiteral("an answer without end"));
    }
    return answer;
}

Expected<QByteArray> Iso7816::exchangeOk(const CommandApdu& command) {
    Expected<ResponseApdu> answer = exchange(command);
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->status.isOk())
        return tl::unexpected(statusError(answer->status, command.forLog()));
    return std::move(answer->data);
}

Expected<void> Iso7816::selectApplication(QByteArrayView aid) {
    m_exchanges = 0;
    const Expected<QByteArray> answer = exchangeOk(CommandApdu(0x00, 0xA4, 0x04, 0x0C, aid));
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}

Expected<std::optional<qsizetype>> Iso7816::selectFile(quint16 file) {
    const std::array<char, 2> name{static_cast<char>(file >> 8), static_cast<char>(file & 0xFF)};
    const CommandApdu select(0x00, 0xA4, 0x02, 0x04, QByteArrayView(name.data(), 2), FullAnswer);
    const Expected<QByteArray> fcp = exchangeOk(select);
    if (!fcp)
        return tl::unexpected(fcp.error());
    return sizeFromFcp(*fcp);
}

Expected<QByteArray> Iso7816::readSelected(std::optional<qsizetype> end, qsizetype offset,
                                           const std::function<bool(QByteArrayView)>& enough) {
    const qsizetype last = std::min(end.value_or(MaxFileSize), MaxFileSize);
    QByteArray content;
    for (qsizetype at = offset; at < last; at = offset + content.size()) {
        if (m_exchanges >= MostExchanges)
            return fail(ErrorCode::CardDataInvalid, QStringList{}, QStringLiteral("files without end"));
        const int wanted = static_cast<int>(std::min<qsizetype>(BlockSize, last - at));
        const CommandApdu read(0x00, 0xB0, static_cast<quint8>(at >> 8), static_cast<quint8>(at & 0xFF), {},
                               wanted);
        const Expected<ResponseApdu> block = exchange(read);
        if (!block)
            return tl::unexpected(block.error());
        if (block->status.value == OffsetBeyondEnd)
            return content;
        const bool atEnd = block->status.value == EndOfFileReached;
        if (!block->status.isOk() && !atEnd)
            return tl::unexpected(statusError(block->status, read.forLog()));
        content += block->data;
        if (atEnd)
            return content;
        if (block->data.isEmpty() || block->data.size() > wanted)
            return fail(ErrorCode::CardDataInvalid, QStringList{},
                        QStringLiteral("%1 bytes for %2").arg(block->data.size()).arg(read.forLog()));
        if (enough && enough(content))
            return content;
    }
    if (!end)
        return fail(ErrorCode::CardDataInvalid, QStringList{}, QStringLiteral("a file without end"));
    return content;
}

Expected<QByteArray> Iso7816::readFile(quint16 file) {
    const Expected<std::optional<qsizetype>> size = selectFile(file);
    if (!size)
        return tl::unexpected(size.error());
    return readSelected(*size);
}

Expected<QByteArray> Iso7816::getData(QByteArrayView request) {
    return exchangeOk(CommandApdu(0x00, 0xCB, 0x3F, 0xFF, request, FullAnswer));
}

}  // namespace signet::card
