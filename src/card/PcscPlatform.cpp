#include "card/PcscPlatform.h"

#include <winscard.h>
#include <QStringList>
#include <QtGlobal>
#include <algorithm>
#include <array>
#include <vector>

#ifndef Q_OS_WIN
#include <QFileInfo>
#endif

namespace signet::card::pcsc {
namespace {

// the longest answer: 64 KiB of extended length and the status
constexpr std::size_t AnswerCapacity = 0x10000 + 2;
constexpr std::size_t AtrCapacity = 64;
constexpr std::size_t ControlCapacity = 258;
constexpr quint32 FeatureRequestFunction = 3400;
constexpr DWORD AnyProtocol = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;

Code codeOf(LONG result) {
    return static_cast<Code>(static_cast<quint64>(result) & 0xFFFFFFFFU);
}

SCARDCONTEXT native(Context context) {
    return static_cast<SCARDCONTEXT>(context);
}

SCARDHANDLE nativeCard(Handle card) {
    return static_cast<SCARDHANDLE>(card);
}

// The calls that carry names have a form of their own on Windows, with the system's wide characters.
#ifdef Q_OS_WIN
using NativeChar = wchar_t;
using NativeReaderState = SCARD_READERSTATEW;
const auto listNames = SCardListReadersW;
const auto getStatusChange = SCardGetStatusChangeW;
const auto connectByName = SCardConnectW;
const auto cardStatus = SCardStatusW;

std::vector<NativeChar> encoded(const QString& name) {
    std::vector<NativeChar> text(static_cast<std::size_t>(name.size()) + 1, L'\0');
    name.toWCharArray(text.data());
    return text;
}

QString decoded(const NativeChar* text) {
    return QString::fromWCharArray(text);
}
#else
using NativeChar = char;
using NativeReaderState = SCARD_READERSTATE;
const auto listNames = SCardListReaders;
const auto getStatusChange = SCardGetStatusChange;
const auto connectByName = SCardConnect;
const auto cardStatus = SCardStatus;

std::vector<NativeChar> encoded(const QString& name) {
    const QByteArray utf8 = name.toUtf8();
    return {utf8.cbegin(), utf8.cend() + 1};
}

QString decoded(const NativeChar* text) {
    return QString::fromUtf8(text);
}
#endif

Protocol protocolOf(DWORD protocol) {
    if (protocol == SCARD_PROTOCOL_T0)
        return Protocol::T0;
    return protocol == SCARD_PROTOCOL_T1 ? Protocol::T1 : Protocol::None;
}

}  // namespace

QString pnpNotification() {
    return QStringLiteral("\\\\?PnP?\\Notification");
}

Code establish(Context& context) {
    SCARDCONTEXT made = 0;
    const Code code = codeOf(SCardEstablishContext(SCARD_SCOPE_USER, nullptr, nullptr, &made));
    context = static_cast<Context>(made);
    return code;
}

Code release(Context context) {
    return codeOf(SCardReleaseContext(native(context)));
}

Code cancel(Context context) {
    return codeOf(SCardCancel(native(context)));
}

Code listReaders(Context context, QStringList& readers) {
    readers.clear();
    DWORD size = 0;
    Code code = codeOf(listNames(native(context), nullptr, nullptr, &size));
    if (code != Success)
        return code;
    std::vector<NativeChar> names(static_cast<std::size_t>(size) + 2, 0);
    code = codeOf(listNames(native(context), nullptr, names.data(), &size));
    if (code != Success)
        return code;
    const NativeChar* name = names.data();
    const NativeChar* const end = names.data() + size;
    while (name < end && *name != 0) {
        readers.append(decoded(name));
        while (*name != 0)
            ++name;
        ++name;
    }
    return Success;
}

Code waitForChange(Context context, quint32 milliseconds, QList<ReaderEntry>& readers) {
    std::vector<std::vector<NativeChar>> names;
    std::vector<NativeReaderState> states(static_cast<std::size_t>(readers.size()));
    names.reserve(states.size());
    for (std::size_t i = 0; i < states.size(); ++i) {
        const ReaderEntry& reader = readers.at(static_cast<qsizetype>(i));
        names.push_back(encoded(reader.name));
        states[i] = {};
        states[i].szReader = names.back().data();
        states[i].dwCurrentState = reader.known;
    }
    const DWORD limit = milliseconds == WaitForever ? INFINITE : milliseconds;
    const Code code =
        codeOf(getStatusChange(native(context), limit, states.data(), static_cast<DWORD>(states.size())));
    for (std::size_t i = 0; i < states.size(); ++i) {
        ReaderEntry& reader = readers[static_cast<qsizetype>(i)];
        reader.state = static_cast<quint32>(states[i].dwEventState);
        const auto atrSize = std::min<std::size_t>(states[i].cbAtr, sizeof states[i].rgbAtr);
        reader.atr =
            QByteArray(reinterpret_cast<const char*>(states[i].rgbAtr), static_cast<qsizetype>(atrSize));
    }
    return code;
}

Code connectShared(Context context, const QString& reader, Handle& card, Protocol& protocol) {
    SCARDHANDLE made = 0;
    DWORD agreed = 0;
    const Code code = codeOf(connectByName(native(context), encoded(reader).data(), SCARD_SHARE_SHARED,
                                           AnyProtocol, &made, &agreed));
    card = static_cast<Handle>(made);
    protocol = protocolOf(agreed);
    return code;
}

Code reconnectShared(Handle card, Protocol& protocol) {
    DWORD agreed = 0;
    const Code code =
        codeOf(SCardReconnect(nativeCard(card), SCARD_SHARE_SHARED, AnyProtocol, SCARD_LEAVE_CARD, &agreed));
    if (code == Success)
        protocol = protocolOf(agreed);
    return code;
}

Code disconnect(Handle card) {
    return codeOf(SCardDisconnect(nativeCard(card), SCARD_LEAVE_CARD));
}

Code beginTransaction(Handle card) {
    return codeOf(SCardBeginTransaction(nativeCard(card)));
}

Code endTransaction(Handle card, AtEnd atEnd) {
    return codeOf(
        SCardEndTransaction(nativeCard(card), atEnd == AtEnd::Reset ? SCARD_RESET_CARD : SCARD_LEAVE_CARD));
}

Code transmit(Handle card, Protocol protocol, const base::SecretBytes& command, QByteArray& answer) {
    const SCARD_IO_REQUEST* request = protocol == Protocol::T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    std::vector<unsigned char> buffer(AnswerCapacity);
    auto size = static_cast<DWORD>(buffer.size());
    const Code code =
        codeOf(SCardTransmit(nativeCard(card), request, command.bytes().data(),
                             static_cast<DWORD>(command.size()), nullptr, buffer.data(), &size));
    answer.clear();
    if (code == Success)
        answer = QByteArray(reinterpret_cast<const char*>(buffer.data()),
                            static_cast<qsizetype>(std::min<std::size_t>(size, buffer.size())));
    return code;
}

Code status(Handle card, QByteArray& atr) {
    std::array<unsigned char, AtrCapacity> buffer{};
    auto size = static_cast<DWORD>(buffer.size());
    DWORD nameSize = 0;
    DWORD state = 0;
    DWORD protocol = 0;
    const Code code =
        codeOf(cardStatus(nativeCard(card), nullptr, &nameSize, &state, &protocol, buffer.data(), &size));
    if (code == Success)
        atr = QByteArray(reinterpret_cast<const char*>(buffer.data()),
                         static_cast<qsizetype>(std::min<std::size_t>(size, buffer.size())));
    return code;
}

Code control(Handle card, quint32 controlCode, QByteArrayView question, QByteArray& answer) {
    std::array<unsigned char, ControlCapacity> buffer{};
    DWORD size = 0;
    const Code code = codeOf(SCardControl(nativeCard(card), static_cast<DWORD>(controlCode), question.data(),
                                          static_cast<DWORD>(question.size()), buffer.data(),
                                          static_cast<DWORD>(buffer.size()), &size));
    answer.clear();
    if (code == Success)
        answer = QByteArray(reinterpret_cast<const char*>(buffer.data()),
                            static_cast<qsizetype>(std::min<std::size_t>(size, buffer.size())));
    return code;
}

/** SCARD_CTL_CODE(3400), which each system composes in its own way. */
quint32 featureRequest() {
#ifdef Q_OS_WIN
    constexpr quint32 smartCardDevice = 0x31;
    return smartCardDevice << 16 | FeatureRequestFunction << 2;
#else
    return 0x42000000 + FeatureRequestFunction;
#endif
}

bool isServiceMissing() {
#ifdef Q_OS_WIN
    return false;
#else
    const QStringList places{QStringLiteral("/usr/sbin/pcscd"), QStringLiteral("/usr/local/sbin/pcscd"),
                             QStringLiteral("/usr/bin/pcscd"), QStringLiteral("/run/pcscd/pcscd.comm")};
    return std::none_of(places.begin(), places.end(),
                        [](const QString& place) { return QFileInfo::exists(place); });
#endif
}

bool serviceEndsWithLastReader() {
#ifdef Q_OS_WIN
    return true;
#else
    return false;
#endif
}

}  // namespace signet::card::pcsc
