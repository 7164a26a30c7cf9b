#pragma once

#include <memory>
#include <optional>

#include "card/CardReaders.h"
#include "card/PcscContext.h"

namespace signet::card {

/** One card over PC/SC, shared with other programs and always left as it is (card.md 4). Card thread only. */
class PcscTransport : public CardTransport {
public:
    /** NoCard, ReaderUnknown, CardInUse (after a short wait for exclusive users), CardSilent, or Pcsc... */
    static Expected<std::unique_ptr<CardTransport>> connect(const QString& reader);
    ~PcscTransport() override;
    PcscTransport(const PcscTransport&) = delete;
    PcscTransport& operator=(const PcscTransport&) = delete;

    QByteArray atr() const override { return m_atr; }
    Expected<void> beginTransaction() override;
    void endTransaction() override;
    Expected<ResponseApdu> transmit(const CommandApdu& command) override;
    /** The reader has FEATURE_VERIFY_PIN_DIRECT, and is none of those that claim it falsely. */
    bool hasPinPad() const override { return m_verifyOnPad.has_value(); }
    Expected<ResponseApdu> verifyOnPad(const PadEntry& entry) override;
    /** The same with FEATURE_MODIFY_PIN_DIRECT. */
    bool canChangeOnPad() const override { return m_changeOnPad.has_value(); }
    Expected<ResponseApdu> changeOnPad(const PadChange& change) override;
    void resetAtEnd() override { m_resetAtEnd = true; }
    Expected<void> reconnect() override;

private:
    PcscTransport(std::unique_ptr<PcscContext> context, QString reader);

    Expected<void> connectCard();
    void lookForPad();
    Expected<ResponseApdu> answerFrom(pcsc::Code code, const QByteArray& bytes, const char* call) const;
    base::SecretBytes encodedForProtocol(const CommandApdu& command) const;
    base::Error exchangeError(pcsc::Code code, const char* call) const;

    std::unique_ptr<PcscContext> m_context;
    QString m_reader;
    pcsc::Handle m_card = 0;
    pcsc::Protocol m_protocol = pcsc::Protocol::None;
    QByteArray m_atr;
    std::optional<quint32> m_verifyOnPad;  ///< the control code
    std::optional<quint32> m_changeOnPad;
    bool m_resetAtEnd = false;
    bool m_connected = false;
    bool m_inTransaction = false;
};

}  // namespace signet::card
