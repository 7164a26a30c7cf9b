#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QTemporaryDir>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace signet::test {

/**
 * The person at the PIN pad of PadReaderDriver, in a thread of its own. Does what is in the list, one thing
 * for each entry that the reader asks for; afterwards, or without a list, types the demo cards' PIN2.
 */
class PadPerson {
public:
    struct Deed {
        enum class Kind { Types, Cancels, Leaves, LetsTimePass };
        Kind kind = Kind::Types;
        QByteArray digits = "123456";  ///< for a change of the PIN: "OLD NEW NEW"
    };
    static Deed types(const QByteArray& digits) { return {Deed::Kind::Types, digits}; }
    static Deed cancels() { return {Deed::Kind::Cancels, {}}; }
    /** The reader gives up at once, as if its time had passed. */
    static Deed leaves() { return {Deed::Kind::Leaves, {}}; }
    /** Does nothing, so that the reader's time really passes. */
    static Deed letsTimePass() { return {Deed::Kind::LetsTimePass, {}}; }

    PadPerson();
    ~PadPerson();
    Q_DISABLE_COPY_MOVE(PadPerson)

    /** Where the reader finds the person: SIGNET_PAD_PERSON. */
    QString address() const;
    /** Forgets what was before. */
    void will(const QList<Deed>& deeds);
    /** At the `number`th entry since will() (from 1), waits for letGo(). */
    void hesitateAt(int number);
    bool isHesitating() const;
    void letGo();
    /** The structures that the reader was asked with since will(), in their order. */
    QList<QByteArray> entries() const;

private:
    void run();
    void serve(int line);
    std::optional<Deed> next(const QByteArray& question);

    QTemporaryDir m_place;
    int m_listener = -1;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<Deed> m_deeds;
    QList<QByteArray> m_entries;
    QSet<int> m_hesitateAt;
    bool m_hesitating = false;
    bool m_closing = false;
    std::thread m_thread;
};

}  // namespace signet::test
