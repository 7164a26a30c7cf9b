#include "CardFaultBench.h"

#include <algorithm>

#include "card/CardService.h"
#include "support/DemoCards.h"
#include "unit/signing/StateLetter.h"

namespace signet::test {

using signing::DeskReader;
using signing::SessionState;

namespace {

bool saysWhatToDo(const std::optional<base::Error>& error) {
    return error && !error->message().isEmpty() && !error->hint().isEmpty() && !error->publicCode().isEmpty();
}

}  // namespace

CardFaultBench::CardFaultBench(std::shared_ptr<card::CardReaders> readers, const card::CardLimits& limits)
    : cards(std::move(readers), limits) {
    signing::Profile profile;
    profile.name = u"faults"_qs;
    profile.api = m_service.address();
    profile.tokenSource = signing::Profile::TokenSource::StaticToken;
    if (!m_desk.connectTo(profile, base::SecretBytes(QByteArrayView("token"))))
        qWarning("the profile is not accepted");
}

QString CardFaultBench::run(int count) {
    signing::SessionList sessions;
    signing::BatchOrder order;
    order.confirmTime = std::chrono::seconds(1);
    order.firstChunk = 0;
    order.sessions = sessions.addIdentifiers(m_service.addSessions(count));
    attendant.questions.clear();
    signing::Batch batch(sessions, m_desk, order, &cards, &attendant);
    bool ended = false;
    QObject::connect(&batch, &signing::Batch::finished, &batch, [&ended] { ended = true; });
    batch.start();
    if (!waitUntil([&ended] { return ended; }, 60'000))
        return u"no end"_qs;
    QString result;
    for (const signing::SessionKey key : order.sessions)
        result += letterOf(sessions.session(key).state);
    const auto& cause = batch.summary()->endedBy;
    if (cause)
        result += QString(u' ' % cause->publicCode());
    if (cause && !saysWhatToDo(cause))
        result += u"; the end of the run has no words"_qs;
    return result + untruths(sessions);
}

QString CardFaultBench::untruths(const signing::SessionList& sessions) const {
    QString found;
    for (int row = 0; row < sessions.size(); ++row) {
        const signing::Session& session = sessions.at(row);
        const QString id = session.id->toString();
        const auto documents = m_service.documents(id);
        const auto made =
            std::count_if(documents.begin(), documents.end(), [](const auto& file) { return file.isSigned; });
        const bool isFinalized = session.state == SessionState::Finalized;
        if (made != (isFinalized ? 1 : 0) || m_service.sentFor(id) != made)
            found += QStringLiteral("; session %1 was signed %2 times").arg(row + 1).arg(made);
        if (!isFinalized && !saysWhatToDo(session.error))
            found += QStringLiteral("; session %1 has no words").arg(row + 1);
    }
    if (attendant.questions.size() > 1)
        found += u"; PIN2 was asked for again"_qs;
    return found;
}

/** VERIFY without a PIN asks. */
bool CardFaultBench::isPin2Open(sandbox::VirtualCard& card) {
    return card.transmit(QByteArray::fromHex("00200085")) == QByteArray::fromHex("9000");
}

QString CardFaultBench::untruthsOf(sandbox::VirtualCard& card, sandbox::CardPersonalisation personalisation) {
    constexpr auto Pin2 = sandbox::CardPin::Pin2;
    const QByteArray certificate = demoIdentity(personalisation).signing.certificateDer;
    const auto isTheDesks = [this, &certificate] {
        const auto reader = cards.selected();
        return reader && reader->signingCertificate->der() == certificate;
    };
    if (!waitUntil(isTheDesks))
        return u"it is not the card to sign with"_qs;
    const auto isTold = [this, &card] {
        const auto reader = cards.selected();
        return reader && reader->pin2TriesLeft == card.triesLeft(Pin2);
    };
    if (!waitUntil(isTold, 5000))
        return QStringLiteral("%1 tries are left, and other ones are told").arg(card.triesLeft(Pin2));
    const int signatures = card.signatureCount();
    const int verifies = card.verifyCount();
    const QString outcome = run(2);
    settle();
    // at most one VERIFY to open it, and one for each signature
    if (outcome != u"FF" || card.signatureCount() != signatures + 2 || card.verifyCount() > verifies + 3)
        return QString(u"the next batch: " % outcome);
    return card.triesLeft(Pin2) == 3 ? QString() : u"the tries did not come back"_qs;
}

/** The card thread does one thing after the other. */
void CardFaultBench::settle() {
    const auto last = cards.service().closeRun(0);
    if (!waitUntil([&last] { return last.isFinished(); }))
        qWarning("the card thread does not answer");
}

bool CardFaultBench::waitForSigner() {
    return waitUntil([this] { return cards.selected().has_value(); });
}

bool CardFaultBench::waitForReading() {
    return waitUntil([this] {
        const QList<DeskReader> readers = cards.readers();
        return cards.isSettled() &&
               std::none_of(readers.begin(), readers.end(), [](const DeskReader& reader) {
                   return reader.state == DeskReader::State::Reading;
               });
    });
}

}  // namespace signet::test
