#include "support/CountedReaders.h"

namespace signet::test {
namespace {

using card::Expected;

constexpr quint8 Select = 0xA4;
constexpr quint8 ReadBinary = 0xB0;
constexpr quint8 GetResponse = 0xC0;
constexpr quint8 GetData = 0xCB;
constexpr quint8 ByName = 0x04;

/** By the names that the virtual card's files have. */
ExchangeKind kindOfFile(QByteArrayView name) {
    if (name.size() != 2 || name == QByteArrayView("\xD0\x03"))
        return ExchangeKind::Identity;
    const bool keysOrPins = name[0] == '\x70' && (name[1] & 0x0F) < 5;
    return keysOrPins ? ExchangeKind::KeyAndPin : ExchangeKind::Certificates;
}

class CountedTransport : public card::CardTransport {
    template <typename Call>
    auto timed(const Call& call) {
        QElapsedTimer timer;
        timer.start();
        auto result = call();
        m_meter->addTime(timer.nsecsElapsed());
        return result;
    }

public:
    CountedTransport(std::unique_ptr<CardTransport> inner, std::shared_ptr<ExchangeMeter> meter)
        : m_inner(std::move(inner)), m_meter(std::move(meter)) {}

    QByteArray atr() const override { return m_inner->atr(); }
    bool hasPinPad() const override { return m_inner->hasPinPad(); }
    Expected<void> beginTransaction() override {
        return timed([this] { return m_inner->beginTransaction(); });
    }
    void endTransaction() override { m_inner->endTransaction(); }
    /** What the card never saw (pcscd has reset it meanwhile) counts for nothing. */
    Expected<card::ResponseApdu> transmit(const card::CommandApdu& command) override {
        auto answer = timed([this, &command] { return m_inner->transmit(command); });
        if (answer)
            m_meter->add(command);
        return answer;
    }
    Expected<void> reconnect() override { return m_inner->reconnect(); }

private:
    std::unique_ptr<CardTransport> m_inner;
    std::shared_ptr<ExchangeMeter> m_meter;
};

}  // namespace

void ExchangeMeter::clear() {
    for (auto& each : m_counts)
        each = 0;
    m_selections = 0;
    m_nanoseconds = 0;
}

void ExchangeMeter::add(const card::CommandApdu& command) {
    if (command.ins() == Select && command.p1() == ByName) {
        ++m_selections;
        return;
    }
    ExchangeKind kind = m_file;
    if (command.ins() == Select)
        kind = m_file = kindOfFile(command.data());
    else if (command.ins() == GetData)
        kind = m_file = ExchangeKind::KeyAndPin;
    else if (command.ins() != ReadBinary && command.ins() != GetResponse)
        kind = m_file = ExchangeKind::Signing;
    count(kind, 1 + m_selections.exchange(0));
}

Expected<std::unique_ptr<card::CardTransport>> CountedReaders::connect(const QString& reader) {
    auto transport = m_inner->connect(reader);
    if (!transport)
        return transport;
    return std::make_unique<CountedTransport>(std::move(*transport), m_meter);
}

}  // namespace signet::test
