#include "sandbox/card/VirtualReaders.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace signet::sandbox {

using base::ErrorCode;
using base::fail;
using card::Expected;

/** All readers and their state; shared by everyone who has something open, so that nobody outlives it. */
class VirtualReaders::Hub {
public:
    struct Reader {
        QString name;
        std::shared_ptr<VirtualCard> card;  ///< null: empty
        quint32 insertions = 0;
        quint32 resets = 0;
        const void* owner = nullptr;  ///< of the transaction
    };

    Reader* find(const QString& name) {
        const auto found = std::find_if(readers.begin(), readers.end(),
                                        [&name](const Reader& each) { return each.name == name; });
        return found == readers.end() ? nullptr : &*found;
    }

    /** Call with the lock held after every change. */
    void touch() {
        ++version;
        changed.notify_all();
    }

    void takeOut(Reader& reader) {
        if (!reader.card)
            return;
        reader.card->powerOff();
        reader.card.reset();
        ++reader.insertions;
        reader.owner = nullptr;
        touch();
    }

    std::mutex mutex;
    std::condition_variable changed;
    QList<Reader> readers;
    quint64 version = 0;
    bool runs = true;
    quint32 starts = 0;
};

class VirtualReaders::Transport : public card::CardTransport {
public:
    Transport(std::shared_ptr<Hub> hub, const Hub::Reader& reader)
        : m_hub(std::move(hub)),
          m_reader(reader.name),
          m_atr(reader.card->atr()),
          m_starts(m_hub->starts),
          m_insertions(reader.insertions),
          m_resets(reader.resets) {}
    ~Transport() override { Transport::endTransaction(); }
    Q_DISABLE_COPY_MOVE(Transport)

    QByteArray atr() const override { return m_atr; }

    Expected<void> beginTransaction() override {
        std::unique_lock lock(m_hub->mutex);
        const auto reader = waitForTurn(lock);
        if (!reader)
            return tl::unexpected(reader.error());
        (*reader)->owner = this;
        return {};
    }

    void endTransaction() override {
        const std::lock_guard lock(m_hub->mutex);
        Hub::Reader* const reader = m_hub->find(m_reader);
        if (reader == nullptr || reader->owner != this)
            return;
        reader->owner = nullptr;
        if (std::exchange(m_resetAtEnd, false)) {
            reader->card->reset();
            ++reader->resets;
        }
        m_hub->changed.notify_all();
    }

    void resetAtEnd() override { m_resetAtEnd = true; }

    Expected<card::ResponseApdu> transmit(const card::CommandApdu& command) override {
        std::unique_lock lock(m_hub->mutex);
        const auto reader = waitForTurn(lock);
        if (!reader)
            return tl::unexpected(reader.error());
        const std::shared_ptr<VirtualCard> card = (*reader)->card;
        lock.unlock();
        const base::SecretBytes bytes = command.encoded();
        const CardReaction reaction = card->exchange(bytes.view());
        lock.lock();
        Hub::Reader* const still = present();
        if (still == nullptr)
            return gone();
        return outcome(reaction, *still, lock);
    }

    Expected<void> reconnect() override {
        const std::lock_guard lock(m_hub->mutex);
        Hub::Reader* const reader = present();
        if (reader == nullptr)
            return gone();
        m_resets = reader->resets;
        return {};
    }

private:
    /** The reader, if the card that was connected is still in it. */
    Hub::Reader* present() const {
        Hub::Reader* const reader = hasService() ? m_hub->find(m_reader) : nullptr;
        return reader != nullptr && reader->card && reader->insertions == m_insertions ? reader : nullptr;
    }

    bool hasService() const { return m_hub->runs && m_hub->starts == m_starts; }

    /** Why the card is not present(). */
    tl::unexpected<base::Error> gone() const {
        return fail(hasService() ? ErrorCode::CardRemoved : ErrorCode::PcscNotRunning);
    }

    Expected<Hub::Reader*> waitForTurn(std::unique_lock<std::mutex>& lock) const {
        m_hub->changed.wait(lock, [this] {
            const Hub::Reader* const reader = present();
            return reader == nullptr || reader->owner == nullptr || reader->owner == this;
        });
        Hub::Reader* const reader = present();
        if (reader == nullptr)
            return gone();
        if (reader->resets != m_resets)
            return fail(ErrorCode::CardReset);
        return reader;
    }

    /** What is in `here`, the reader, as it reacts; waits where a silent card is waited for. */
    Expected<card::ResponseApdu> outcome(const CardReaction& reaction, Hub::Reader& here,
                                         std::unique_lock<std::mutex>& lock) {
        switch (reaction.kind) {
            case CardReaction::Kind::Answer:
                if (auto response = card::ResponseApdu::parse(reaction.answer))
                    return std::move(*response);
                return fail(ErrorCode::CardSilent, QStringList(),
                            QStringLiteral("an answer without a status word"));
            case CardReaction::Kind::Silence:
                m_hub->changed.wait(lock, [this] { return present() == nullptr; });
                return gone();
            case CardReaction::Kind::Reset:
                ++here.resets;
                return fail(ErrorCode::CardReset);
            case CardReaction::Kind::Removed:
                break;
        }
        m_hub->takeOut(here);
        return fail(ErrorCode::CardRemoved);
    }

    const std::shared_ptr<Hub> m_hub;
    const QString m_reader;
    const QByteArray m_atr;
    const quint32 m_starts;
    const quint32 m_insertions;
    quint32 m_resets;
    bool m_resetAtEnd = false;
};

class VirtualReaders::Watch : public card::ReaderWatch {
public:
    explicit Watch(std::shared_ptr<Hub> hub) : m_hub(std::move(hub)) {}

    Expected<QList<card::ReaderState>> next() override {
        std::unique_lock lock(m_hub->mutex);
        m_hub->changed.wait(lock, [this] { return m_cancelled || m_seen != m_hub->version; });
        if (m_cancelled)
            return fail(ErrorCode::Cancelled);
        m_seen = m_hub->version;
        if (!m_hub->runs)
            return fail(ErrorCode::PcscNotRunning);
        QList<card::ReaderState> states;
        for (const Hub::Reader& each : std::as_const(m_hub->readers)) {
            card::ReaderState state;
            state.name = each.name;
            state.cardPresent = each.card != nullptr;
            state.atr = each.card ? each.card->atr() : QByteArray();
            state.insertions = each.insertions;
            states.append(state);
        }
        return states;
    }

    void cancel() override {
        const std::lock_guard lock(m_hub->mutex);
        m_cancelled = true;
        m_hub->changed.notify_all();
    }

private:
    const std::shared_ptr<Hub> m_hub;
    std::optional<quint64> m_seen;  ///< nothing before the first listing
    bool m_cancelled = false;
};

QString VirtualReaders::demoReaderName() {
    return QStringLiteral("Signet demo reader");
}

VirtualReaders::VirtualReaders(const QStringList& readers) : m_hub(std::make_shared<Hub>()) {
    for (const QString& each : readers)
        plugIn(each);
}

VirtualReaders::~VirtualReaders() {
    const std::lock_guard lock(m_hub->mutex);
    for (Hub::Reader& each : m_hub->readers)
        m_hub->takeOut(each);
    m_hub->readers.clear();
    m_hub->touch();
}

bool VirtualReaders::insert(const QString& reader, std::shared_ptr<VirtualCard> card) {
    const std::lock_guard lock(m_hub->mutex);
    Hub::Reader* const found = m_hub->find(reader);
    if (found == nullptr || found->card || !card)
        return false;
    card->powerOn();
    found->card = std::move(card);
    ++found->insertions;
    m_hub->touch();
    return true;
}

void VirtualReaders::remove(const QString& reader) {
    const std::lock_guard lock(m_hub->mutex);
    if (Hub::Reader* const found = m_hub->find(reader))
        m_hub->takeOut(*found);
}

void VirtualReaders::resetCard(const QString& reader) {
    const std::lock_guard lock(m_hub->mutex);
    Hub::Reader* const found = m_hub->find(reader);
    if (found == nullptr || !found->card)
        return;
    found->card->reset();
    ++found->resets;
    m_hub->changed.notify_all();
}

void VirtualReaders::plugIn(const QString& reader) {
    const std::lock_guard lock(m_hub->mutex);
    if (m_hub->find(reader) != nullptr)
        return;
    m_hub->readers.append(Hub::Reader{reader, nullptr, 0, 0, nullptr});
    m_hub->touch();
}

void VirtualReaders::unplug(const QString& reader) {
    const std::lock_guard lock(m_hub->mutex);
    Hub::Reader* const found = m_hub->find(reader);
    if (found == nullptr)
        return;
    m_hub->takeOut(*found);
    m_hub->readers.removeIf([&reader](const Hub::Reader& each) { return each.name == reader; });
    m_hub->touch();
}

void VirtualReaders::stopService() {
    const std::lock_guard lock(m_hub->mutex);
    m_hub->runs = false;
    for (Hub::Reader& each : m_hub->readers) {
        each.owner = nullptr;
        if (each.card)
            each.card->powerOff();
    }
    m_hub->touch();
}

void VirtualReaders::startService() {
    const std::lock_guard lock(m_hub->mutex);
    m_hub->runs = true;
    ++m_hub->starts;
    for (Hub::Reader& each : m_hub->readers) {
        ++each.insertions;
        if (each.card)
            each.card->powerOn();
    }
    m_hub->touch();
}

std::unique_ptr<card::ReaderWatch> VirtualReaders::watch() {
    return std::make_unique<Watch>(m_hub);
}

Expected<std::unique_ptr<card::CardTransport>> VirtualReaders::connect(const QString& reader) {
    const std::lock_guard lock(m_hub->mutex);
    if (!m_hub->runs)
        return fail(ErrorCode::PcscNotRunning);
    Hub::Reader* const found = m_hub->find(reader);
    if (found == nullptr)
        return fail(ErrorCode::ReaderUnknown, QStringList{reader});
    if (!found->card)
        return fail(ErrorCode::NoCard, QStringList{reader});
    return std::make_unique<Transport>(m_hub, *found);
}

}  // namespace signet::sandbox
