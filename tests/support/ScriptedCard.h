#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "card/CardReaders.h"

namespace signet::test {

QByteArray hex(const char* text);

/**
 * A card as a list: this command is expected next, and answered so. A command that differs is answered 6F00
 * and noted with the number of its step. Remembers transactions and VERIFYs. Any thread.
 */
class CardScript {
public:
    explicit CardScript(QByteArray atr);
    const QByteArray& atr() const { return m_atr; }

    CardScript& expect(const QByteArray& command, const QByteArray& answer);
    CardScript& expect(const char* command, const char* answer) { return expect(hex(command), hex(answer)); }
    /** The command is expected, and the wire fails: CardRemoved, CardReset ... */
    CardScript& fails(const QByteArray& command, base::ErrorCode error);
    /** The command is expected, and the card does not answer before letGo(). */
    CardScript& hangs(const QByteArray& command);
    /** After the steps so far, the next transaction cannot begin: CardReset, CardInUse ... */
    CardScript& beginFails(base::ErrorCode error);
    /** After the steps so far, the next transaction begins only after letGo(), as if another program had the
     * card. */
    CardScript& beginHangs();
    /** SELECT of a file (size in the FCP's tag 80) and READ BINARY in blocks of up to `block` bytes. */
    CardScript& file(quint16 name, const QByteArray& content, int block = 0xC0);
    /** Its two halves: SELECT; READ BINARY from `offset` on, until there is as much as `end`. */
    CardScript& select(quint16 name, qsizetype size);
    CardScript& read(const QByteArray& content, qsizetype offset, qsizetype end, int block = 0xC0);

    void letGo();
    /** What differed from the script, and what of it was never asked for. */
    QStringList mismatches() const;
    bool isFinished() const;
    int exchanges() const;
    int verifies() const;
    int transactions() const;
    bool isInTransaction() const;
    int reconnects() const;

    std::unique_ptr<card::CardTransport> transport(const std::shared_ptr<CardScript>& self) const;

private:
    friend class ScriptedTransport;
    struct Step {
        QByteArray command;
        QByteArray answer;
        std::optional<base::ErrorCode> error;
        bool hangs = false;
        bool isBegin = false;
    };

    card::Expected<card::ResponseApdu> exchange(const card::CommandApdu& command);
    card::Expected<void> begin();

    QByteArray m_atr;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<Step> m_steps;
    qsizetype m_next = 0;
    QStringList m_mismatches;
    bool m_released = false;
    int m_exchanges = 0;
    int m_verifies = 0;
    int m_transactions = 0;
    bool m_inTransaction = false;
    int m_reconnects = 0;
};

/** Readers that a test plugs and fills. Connecting to a reader uses up the first of its scripts, the last one
 * stays. */
class ScriptedReaders : public card::CardReaders {
public:
    void setReader(const QString& name, const QList<std::shared_ptr<CardScript>>& scripts);
    void setMute(const QString& name);
    void setEmpty(const QString& name);
    void setTrouble(std::optional<base::Error> error);
    void failConnect(const QString& name, int times, base::ErrorCode error);

    void setPlaceOfKnownCards(const QString& folder) { m_place = folder; }

    std::unique_ptr<card::ReaderWatch> watch() override;
    card::Expected<std::unique_ptr<card::CardTransport>> connect(const QString& reader) override;
    QString placeOfKnownCards() const override { return m_place; }

private:
    class Watch;
    struct Reader {
        card::ReaderState state;
        QList<std::shared_ptr<CardScript>> scripts;
        int connectFailures = 0;
        base::ErrorCode connectError = base::ErrorCode::CardInUse;
    };
    struct Shared {
        std::mutex mutex;
        std::condition_variable changed;
        std::map<QString, Reader> readers;
        std::optional<base::Error> trouble;
        int version = 0;
    };

    void change(const QString& name, Reader reader);
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    QString m_place;
};

}  // namespace signet::test
