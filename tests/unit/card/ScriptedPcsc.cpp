#include "ScriptedPcsc.h"

#include <algorithm>

namespace signet::test {

using card::pcsc::Code;
using card::pcsc::Context;
using card::pcsc::Handle;
using card::pcsc::Protocol;
using card::pcsc::ReaderEntry;
using card::pcsc::Success;

namespace {

constexpr quint32 OneInsertion = 0x00010000;
const QByteArray Atr = QByteArray::fromHex("3BDB960080B1FE451F830012428F536549440F900020");

}  // namespace

ScriptedPcsc& ScriptedPcsc::instance() {
    static ScriptedPcsc only;
    return only;
}

void ScriptedPcsc::startAnew() {
    const std::lock_guard lock(m_mutex);
    m_trouble.reset();
    m_valid.clear();
    m_cancelled.clear();
    m_protocol = Protocol::T1;
    m_codes.clear();
    m_counts.clear();
    m_answers.clear();
    m_commands.clear();
    m_protocols.clear();
    m_endsWithLastReader = false;
}

void ScriptedPcsc::invalidate() {
    {
        const std::lock_guard lock(m_mutex);
        m_valid.clear();
    }
    m_changed.notify_all();
}

void ScriptedPcsc::setService(std::optional<Code> trouble) {
    {
        const std::lock_guard lock(m_mutex);
        m_trouble = trouble;
        m_valid.clear();
    }
    m_changed.notify_all();
}

void ScriptedPcsc::setProtocol(Protocol protocol) {
    const std::lock_guard lock(m_mutex);
    m_protocol = protocol;
}

void ScriptedPcsc::answerNext(const QByteArray& call, const QList<Code>& codes) {
    const std::lock_guard lock(m_mutex);
    m_codes[call] = codes;
}

void ScriptedPcsc::cardAnswers(const QList<QByteArray>& answers) {
    const std::lock_guard lock(m_mutex);
    m_answers = answers;
}

void ScriptedPcsc::setEndsWithLastReader(bool ends) {
    const std::lock_guard lock(m_mutex);
    m_endsWithLastReader = ends;
}

QList<QByteArray> ScriptedPcsc::commands() const {
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

QList<Protocol> ScriptedPcsc::protocols() const {
    const std::lock_guard lock(m_mutex);
    return m_protocols;
}

int ScriptedPcsc::count(const QByteArray& call) const {
    const std::lock_guard lock(m_mutex);
    return m_counts.value(call);
}

/** With the lock held. */
Code ScriptedPcsc::begin(const QByteArray& call, Code otherwise) {
    ++m_counts[call];
    QList<Code>& codes = m_codes[call];
    return codes.isEmpty() ? otherwise : codes.takeFirst();
}

Code ScriptedPcsc::forContext(const QByteArray& call, Context context) {
    if (m_trouble)
        return begin(call, *m_trouble);
    return begin(call, m_valid.contains(context) ? Success : card::pcsc::ErrorInvalidHandle);
}

Code ScriptedPcsc::forCard(const QByteArray& call, Handle card) {
    return forContext(call, card);
}

/** What the functions of PcscPlatform.h may do with it. */
struct ScriptedCalls {
    ScriptedPcsc& pcsc = ScriptedPcsc::instance();
    std::unique_lock<std::mutex> lock{pcsc.m_mutex};

    std::intptr_t make() {
        pcsc.m_valid.insert(++pcsc.m_last);
        return pcsc.m_last;
    }
    Code establish(Context& context) {
        const Code code = pcsc.begin("SCardEstablishContext", pcsc.m_trouble.value_or(Success));
        context = code == Success ? make() : 0;
        return code;
    }
    Code connect(Context context, Handle& card, Protocol& protocol) {
        const Code code = pcsc.forContext("SCardConnect", context);
        card = code == Success ? make() : 0;
        protocol = pcsc.m_protocol;
        return code;
    }
    Code reconnect(Handle card, Protocol& protocol) {
        const Code code = pcsc.forCard("SCardReconnect", card);
        if (code == Success)
            protocol = pcsc.m_protocol;
        return code;
    }
    Code simple(const QByteArray& call, std::intptr_t handle) { return pcsc.forCard(call, handle); }
    void cancel(Context context) {
        pcsc.m_cancelled.insert(context);
        pcsc.m_changed.notify_all();
    }
    Code transmit(Handle card, Protocol protocol, const QByteArray& command, QByteArray& answer) {
        answer.clear();
        const Code code = pcsc.forCard("SCardTransmit", card);
        if (code != Success)
            return code;
        pcsc.m_commands.append(command);
        pcsc.m_protocols.append(protocol);
        answer = pcsc.m_answers.isEmpty() ? QByteArray() : pcsc.m_answers.takeFirst();
        return code;
    }
    /** The reader counts one insertion since the service was started. */
    Code wait(Context context, quint32 milliseconds, QList<ReaderEntry>& readers) {
        Code code = pcsc.forContext("SCardGetStatusChange", context);
        if (code != Success)
            return code;
        constexpr quint32 state = card::pcsc::StatePresent | OneInsertion;
        const bool isNew = std::any_of(readers.cbegin(), readers.cend(), [](const ReaderEntry& reader) {
            return reader.name == QLatin1StringView(ScriptedPcsc::Reader) && reader.known != state;
        });
        if (!isNew && milliseconds != 0) {
            pcsc.m_changed.wait(lock, [this, context] {
                return pcsc.m_cancelled.contains(context) || !pcsc.m_valid.contains(context);
            });
            return pcsc.m_cancelled.contains(context)
                       ? card::pcsc::ErrorCancelled
                       : pcsc.m_trouble.value_or(card::pcsc::ErrorInvalidHandle);
        }
        for (ReaderEntry& reader : readers) {
            const bool isOurs = reader.name == QLatin1StringView(ScriptedPcsc::Reader);
            reader.state = isOurs ? state | card::pcsc::StateChanged : 0;
            reader.atr = isOurs ? Atr : QByteArray();
        }
        return isNew ? Success : card::pcsc::ErrorTimeout;
    }
    bool endsWithLastReader() const { return pcsc.m_endsWithLastReader; }
};

}  // namespace signet::test

namespace signet::card::pcsc {

using test::ScriptedCalls;

QString pnpNotification() {
    return QStringLiteral("readers coming and going");
}

Code establish(Context& context) {
    return ScriptedCalls().establish(context);
}

Code release(Context context) {
    return ScriptedCalls().simple("SCardReleaseContext", context);
}

Code cancel(Context context) {
    ScriptedCalls().cancel(context);
    return Success;
}

Code listReaders(Context context, QStringList& readers) {
    const Code code = ScriptedCalls().simple("SCardListReaders", context);
    readers = code == Success ? QStringList{QLatin1StringView(test::ScriptedPcsc::Reader)} : QStringList();
    return code;
}

Code waitForChange(Context context, quint32 milliseconds, QList<ReaderEntry>& readers) {
    return ScriptedCalls().wait(context, milliseconds, readers);
}

Code connectShared(Context context, const QString&, Handle& card, Protocol& protocol) {
    return ScriptedCalls().connect(context, card, protocol);
}

Code reconnectShared(Handle card, Protocol& protocol) {
    return ScriptedCalls().reconnect(card, protocol);
}

Code disconnect(Handle card) {
    return ScriptedCalls().simple("SCardDisconnect", card);
}

Code beginTransaction(Handle card) {
    return ScriptedCalls().simple("SCardBeginTransaction", card);
}

Code endTransaction(Handle card, AtEnd) {
    return ScriptedCalls().simple("SCardEndTransaction", card);
}

Code transmit(Handle card, Protocol protocol, const base::SecretBytes& command, QByteArray& answer) {
    return ScriptedCalls().transmit(card, protocol, command.view().toByteArray(), answer);
}

Code status(Handle card, QByteArray& atr) {
    const Code code = ScriptedCalls().simple("SCardStatus", card);
    if (code == Success)
        atr = test::Atr;
    return code;
}

Code control(Handle, quint32, QByteArrayView, QByteArray&) {
    return ErrorNotTransacted;
}

quint32 featureRequest() {
    return 0;
}

bool isServiceMissing() {
    return false;
}

bool serviceEndsWithLastReader() {
    return ScriptedCalls().endsWithLastReader();
}

}  // namespace signet::card::pcsc
