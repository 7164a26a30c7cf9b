#include "support/ScriptedCard.h"

namespace signet::test {

using base::ErrorCode;
using base::fail;
using card::Expected;

QByteArray hex(const char* text) {
    return QByteArray::fromHex(text);
}

class ScriptedTransport : public card::CardTransport {
public:
    explicit ScriptedTransport(std::shared_ptr<CardScript> script) : m_script(std::move(script)) {}
    QByteArray atr() const override { return m_script->m_atr; }
    Expected<void> beginTransaction() override { return m_script->begin(); }
    void endTransaction() override {
        const std::lock_guard lock(m_script->m_mutex);
        m_script->m_inTransaction = false;
    }
    Expected<card::ResponseApdu> transmit(const card::CommandApdu& command) override {
        return m_script->exchange(command);
    }
    Expected<void> reconnect() override {
        const std::lock_guard lock(m_script->m_mutex);
        ++m_script->m_reconnects;
        return {};
    }

private:
    std::shared_ptr<CardScript> m_script;
};

CardScript::CardScript(QByteArray atr) : m_atr(std::move(atr)) {}

CardScript& CardScript::expect(const QByteArray& command, const QByteArray& answer) {
    m_steps.append(Step{command, answer, std::nullopt, false, false});
    return *this;
}

CardScript& CardScript::fails(const QByteArray& command, ErrorCode error) {
    m_steps.append(Step{command, {}, error, false, false});
    return *this;
}

CardScript& CardScript::hangs(const QByteArray& command) {
    m_steps.append(Step{command, hex("9000"), std::nullopt, true, false});
    return *this;
}

CardScript& CardScript::beginFails(ErrorCode error) {
    m_steps.append(Step{{}, {}, error, false, true});
    return *this;
}

CardScript& CardScript::beginHangs() {
    m_steps.append(Step{{}, {}, std::nullopt, true, true});
    return *this;
}

CardScript& CardScript::file(quint16 name, const QByteArray& content, int block) {
    return select(name, content.size()).read(content, 0, content.size(), block);
}

CardScript& CardScript::select(quint16 name, qsizetype size) {
    QByteArray command = hex("00A4020402");
    command.append(static_cast<char>(name >> 8)).append(static_cast<char>(name & 0xFF)).append('\0');
    QByteArray fcp = hex("62048002");
    fcp.append(static_cast<char>(size >> 8)).append(static_cast<char>(size & 0xFF));
    return expect(command, fcp.append(hex("9000")));
}

CardScript& CardScript::read(const QByteArray& content, qsizetype offset, qsizetype end, int block) {
    for (qsizetype at = offset; at < end;) {
        const auto wanted = std::min<qsizetype>(0xC0, content.size() - at);
        QByteArray command = hex("00B0");
        command.append(static_cast<char>(at >> 8))
            .append(static_cast<char>(at & 0xFF))
            .append(static_cast<char>(wanted));
        const QByteArray part = content.mid(at, std::min<qsizetype>(wanted, block));
        expect(command, QByteArray(part).append(hex("9000")));
        at += part.size();
    }
    return *this;
}

Expected<card::ResponseApdu> CardScript::exchange(const card::CommandApdu& command) {
    std::unique_lock lock(m_mutex);
    ++m_exchanges;
    if (command.ins() == 0x20)
        ++m_verifies;
    const QByteArray sent = command.encoded().view().toByteArray();
    const bool fits = m_next < m_steps.size() && !m_steps[m_next].isBegin && m_steps[m_next].command == sent;
    if (!fits || !m_inTransaction) {
        const QByteArray wanted =
            m_next < m_steps.size() ? m_steps[m_next].command.toHex() : QByteArray("nothing");
        m_mismatches.append(
            QStringLiteral("step %1: expected %2, got %3%4")
                .arg(m_next)
                .arg(QLatin1StringView(wanted), QLatin1StringView(sent.toHex()),
                     m_inTransaction ? QString() : QStringLiteral(" outside of a transaction")));
        return *card::ResponseApdu::parse(hex("6F00"));
    }
    const Step step = m_steps[m_next++];
    if (step.hangs)
        m_changed.wait(lock, [this] { return m_released; });
    if (step.error)
        return fail(*step.error);
    return *card::ResponseApdu::parse(step.answer);
}

Expected<void> CardScript::begin() {
    std::unique_lock lock(m_mutex);
    if (m_inTransaction)
        m_mismatches.append(QStringLiteral("step %1: a transaction within a transaction").arg(m_next));
    if (m_next < m_steps.size() && m_steps[m_next].isBegin) {
        const Step step = m_steps[m_next++];
        if (step.hangs)
            m_changed.wait(lock, [this] { return m_released; });
        if (step.error)
            return fail(*step.error);
    }
    ++m_transactions;
    m_inTransaction = true;
    return {};
}

void CardScript::letGo() {
    {
        const std::lock_guard lock(m_mutex);
        m_released = true;
    }
    m_changed.notify_all();
}

QStringList CardScript::mismatches() const {
    const std::lock_guard lock(m_mutex);
    QStringList result = m_mismatches;
    if (m_next < m_steps.size())
        result.append(QStringLiteral("step %1 of %2 was never asked for: %3")
                          .arg(m_next)
                          .arg(m_steps.size())
                          .arg(QLatin1StringView(m_steps[m_next].command.toHex())));
    return result;
}

bool CardScript::isFinished() const {
    const std::lock_guard lock(m_mutex);
    return m_next >= m_steps.size();
}

int CardScript::exchanges() const {
    const std::lock_guard lock(m_mutex);
    return m_exchanges;
}

int CardScript::verifies() const {
    const std::lock_guard lock(m_mutex);
    return m_verifies;
}

int CardScript::transactions() const {
    const std::lock_guard lock(m_mutex);
    return m_transactions;
}

bool CardScript::isInTransaction() const {
    const std::lock_guard lock(m_mutex);
    return m_inTransaction;
}

int CardScript::reconnects() const {
    const std::lock_guard lock(m_mutex);
    return m_reconnects;
}

std::unique_ptr<card::CardTransport> CardScript::transport(const std::shared_ptr<CardScript>& self) const {
    return std::make_unique<ScriptedTransport>(self);
}

class ScriptedReaders::Watch : public card::ReaderWatch {
public:
    explicit Watch(std::shared_ptr<Shared> shared) : m_shared(std::move(shared)) {}
    Expected<QList<card::ReaderState>> next() override {
        std::unique_lock lock(m_shared->mutex);
        m_shared->changed.wait(lock, [this] { return m_cancelled || m_seen != m_shared->version; });
        if (m_cancelled)
            return fail(ErrorCode::Cancelled);
        m_seen = m_shared->version;
        if (m_shared->trouble)
            return tl::unexpected(*m_shared->trouble);
        QList<card::ReaderState> states;
        for (const auto& [name, reader] : m_shared->readers)
            states.append(reader.state);
        return states;
    }
    void cancel() override {
        {
            const std::lock_guard lock(m_shared->mutex);
            m_cancelled = true;
        }
        m_shared->changed.notify_all();
    }

private:
    std::shared_ptr<Shared> m_shared;
    int m_seen = -1;
    bool m_cancelled = false;
};

void ScriptedReaders::change(const QString& name, Reader reader) {
    {
        const std::lock_guard lock(m_shared->mutex);
        Reader& old = m_shared->readers[name];
        reader.state.name = name;
        reader.state.insertions = old.state.insertions + 1;
        old = std::move(reader);
        ++m_shared->version;
    }
    m_shared->changed.notify_all();
}

void ScriptedReaders::setReader(const QString& name, const QList<std::shared_ptr<CardScript>>& scripts) {
    Reader reader;
    reader.state.cardPresent = true;
    reader.scripts = scripts;
    change(name, std::move(reader));
}

void ScriptedReaders::setMute(const QString& name) {
    Reader reader;
    reader.state.cardPresent = true;
    reader.state.mute = true;
    change(name, std::move(reader));
}

void ScriptedReaders::setEmpty(const QString& name) {
    change(name, Reader());
}

void ScriptedReaders::setTrouble(std::optional<base::Error> error) {
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->trouble = std::move(error);
        ++m_shared->version;
    }
    m_shared->changed.notify_all();
}

void ScriptedReaders::failConnect(const QString& name, int times, ErrorCode error) {
    const std::lock_guard lock(m_shared->mutex);
    m_shared->readers[name].connectFailures = times;
    m_shared->readers[name].connectError = error;
}

std::unique_ptr<card::ReaderWatch> ScriptedReaders::watch() {
    return std::make_unique<Watch>(m_shared);
}

Expected<std::unique_ptr<card::CardTransport>> ScriptedReaders::connect(const QString& name) {
    const std::lock_guard lock(m_shared->mutex);
    const auto found = m_shared->readers.find(name);
    if (found == m_shared->readers.end())
        return fail(ErrorCode::ReaderUnknown, QStringList{name});
    Reader& reader = found->second;
    if (reader.connectFailures > 0) {
        --reader.connectFailures;
        return fail(reader.connectError);
    }
    if (!reader.state.cardPresent || reader.scripts.isEmpty())
        return fail(ErrorCode::NoCard, QStringList{name});
    const std::shared_ptr<CardScript> script = reader.scripts.first();
    if (reader.scripts.size() > 1)
        reader.scripts.removeFirst();
    return script->transport(script);
}

}  // namespace signet::test
