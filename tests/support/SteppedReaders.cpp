#include "support/SteppedReaders.h"

#include <mutex>
#include <utility>

namespace signet::test {

using card::CommandApdu;
using card::Expected;
using card::ResponseApdu;

namespace {

constexpr quint8 Select = 0xA4;
constexpr quint8 ByName = 0x04;

QString selectionOf(QByteArrayView name) {
    if (name.startsWith(QByteArrayView("\xA0")))
        return QStringLiteral("SELECT main");
    return name.startsWith(QByteArrayView("\xE8")) ? QStringLiteral("SELECT ADF1")
                                                   : QStringLiteral("SELECT ADF2");
}

QString nameOf(const CommandApdu& command) {
    switch (command.ins()) {
        case Select:
            return command.p1() == ByName ? selectionOf(command.data()) : QStringLiteral("SELECT file");
        case 0xB0:
            return QStringLiteral("READ");
        case 0xC0:
            return QStringLiteral("GET RESPONSE");
        case 0xCB:
            return QStringLiteral("GET DATA");
        case 0x22:
            return QStringLiteral("MSE");
        case 0x20:
            return QStringLiteral("VERIFY");
        case 0x2A:
            return QStringLiteral("PSO");
        default:
            return QStringLiteral("unknown");
    }
}

}  // namespace

/** Outlives the readers for the sake of threads that were left behind. */
class SteppedReaders::Script {
public:
    void set(int exchange, Happening happening) {
        const std::lock_guard lock(m_mutex);
        m_exchange = static_cast<int>(m_steps.size()) + exchange;
        m_happening = std::move(happening);
    }
    void setTransaction(int transaction, std::function<void()> happening) {
        const std::lock_guard lock(m_mutex);
        m_transaction = m_transactions + transaction;
        m_atTransaction = std::move(happening);
    }
    void clear() {
        const std::lock_guard lock(m_mutex);
        m_steps.clear();
        m_transactions = 0;
        m_exchange = 0;
        m_transaction = 0;
        m_happening = {};
        m_atTransaction = {};
    }
    Happening noteExchange(const CommandApdu& command) {
        const std::lock_guard lock(m_mutex);
        m_steps.append(nameOf(command));
        return m_steps.size() == m_exchange ? std::exchange(m_happening, {}) : Happening();
    }
    std::function<void()> noteTransaction() {
        const std::lock_guard lock(m_mutex);
        return ++m_transactions == m_transaction ? std::exchange(m_atTransaction, {})
                                                 : std::function<void()>();
    }
    QStringList steps() const {
        const std::lock_guard lock(m_mutex);
        return m_steps;
    }
    int transactions() const {
        const std::lock_guard lock(m_mutex);
        return m_transactions;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_steps;
    int m_transactions = 0;
    int m_exchange = 0;
    int m_transaction = 0;
    Happening m_happening;
    std::function<void()> m_atTransaction;
};

class SteppedReaders::Transport : public card::CardTransport {
public:
    Transport(std::unique_ptr<CardTransport> inner, std::shared_ptr<Script> script)
        : m_inner(std::move(inner)), m_script(std::move(script)) {}

    QByteArray atr() const override { return m_inner->atr(); }
    bool hasPinPad() const override { return m_inner->hasPinPad(); }
    Expected<void> beginTransaction() override {
        const std::function<void()> happening = m_script->noteTransaction();
        if (happening)
            happening();
        return m_inner->beginTransaction();
    }
    void endTransaction() override { m_inner->endTransaction(); }
    Expected<ResponseApdu> transmit(const CommandApdu& command) override {
        const Happening happening = m_script->noteExchange(command);
        return happening ? happening(command, *m_inner) : m_inner->transmit(command);
    }
    Expected<void> reconnect() override { return m_inner->reconnect(); }

private:
    std::unique_ptr<CardTransport> m_inner;
    std::shared_ptr<Script> m_script;
};

SteppedReaders::SteppedReaders(std::shared_ptr<card::CardReaders> inner)
    : m_inner(std::move(inner)), m_script(std::make_shared<Script>()) {}

SteppedReaders::~SteppedReaders() = default;

void SteppedReaders::atExchange(int number, Happening happening) {
    m_script->set(number, std::move(happening));
}

void SteppedReaders::atTransaction(int number, std::function<void()> happening) {
    m_script->setTransaction(number, std::move(happening));
}

QStringList SteppedReaders::steps() const {
    return m_script->steps();
}

int SteppedReaders::transactions() const {
    return m_script->transactions();
}

void SteppedReaders::startAnew() {
    m_script->clear();
}

Expected<std::unique_ptr<card::CardTransport>> SteppedReaders::connect(const QString& reader) {
    auto transport = m_inner->connect(reader);
    if (!transport)
        return transport;
    return std::make_unique<Transport>(std::move(*transport), m_script);
}

}  // namespace signet::test
