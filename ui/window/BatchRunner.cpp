#include "ui/window/BatchRunner.h"

#include "signing/CardDesk.h"
#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"
#include "ui/card/WindowAttendant.h"
#include "ui/common/Formatting.h"
#include "ui/common/UiSettings.h"
#include "ui/profile/ProfileConnection.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

using signing::Batch;

BatchRunner::BatchRunner(signing::SessionList& sessions, signing::CardDesk& cards,
                         signing::ServiceDesk& service, ProfileConnection& connection,
                         WindowAttendant& attendant, QObject* parent)
    : QObject(parent),
      m_sessions(sessions),
      m_cards(cards),
      m_service(service),
      m_connection(connection),
      m_attendant(attendant) {
    connect(&attendant, &WindowAttendant::stopWanted, this, &BatchRunner::stop);
}

BatchRunner::~BatchRunner() = default;

QString BatchRunner::obstacle(int sessions) const {
    if (m_connection.state() == ProfileConnection::State::SecretNeeded)
        return tr("Enter the secret of the service first.");
    if (!m_connection.isReady())
        return tr("The service is not ready yet.");
    const auto card = m_cards.selected();
    if (!card)
        return m_cards.isSettled() ? card.error().message() : tr("Reading the card…");
    if (card->pin2TriesLeft == 0)
        return base::Error(base::ErrorCode::PinBlocked).message();
    return sessions == 0 ? tr("Mark what you want to sign.") : QString();
}

void BatchRunner::start(const QList<signing::SessionKey>& keys, const UiSettings& settings) {
    if (isRunning() || !obstacle(static_cast<int>(keys.size())).isEmpty())
        return;
    for (const signing::SessionKey key : keys) {
        const auto state = m_sessions.session(key).state;
        if (state == signing::SessionState::Failed || state == signing::SessionState::Cancelled)
            m_sessions.apply(key, signing::SessionEvent::PickAgain);
    }
    m_lastKeys = keys;
    signing::BatchOrder order;
    order.sessions = keys;
    order.reader = m_cards.selected()->name;
    if (settings.createNewEdoc())
        order.form = signing::ResultForm::NewContainer;
    if (settings.signAsPdf())
        order.form = signing::ResultForm::PdfWherePossible;
    order.outputFolder = settings.outputFolder();
    if (const auto& profile = m_service.profile()) {
        order.chunkSize = profile->chunkSize;
        order.confirmTime = profile->confirmTime;
    }
    m_batch = std::make_unique<Batch>(m_sessions, m_service, order, &m_cards, &m_attendant);
    connect(m_batch.get(), &Batch::progressChanged, this, &BatchRunner::follow);
    connect(m_batch.get(), &Batch::finished, this, &BatchRunner::end);
    Q_EMIT started();
    m_batch->start();
    Q_EMIT progressed(m_batch->progress());
}

void BatchRunner::stop() {
    if (!m_batch)
        return;
    if (m_batch->progress().stopping)
        m_batch->abandon();
    else
        m_batch->requestStop();
}

void BatchRunner::requestStop() {
    if (m_batch)
        m_batch->requestStop();
}

bool BatchRunner::allSaved() const {
    return std::none_of(m_lastKeys.begin(), m_lastKeys.end(), [this](signing::SessionKey key) {
        return m_sessions.session(key).saveError.has_value();
    });
}

void BatchRunner::follow() {
    const signing::BatchProgress progress = m_batch->progress();
    if (progress.signedCount > 0)
        m_attendant.pinSettled();
    Q_EMIT progressed(progress);
}

void BatchRunner::end() {
    m_attendant.pinSettled();
    const signing::BatchSummary summary = m_batch->summary().value_or(signing::BatchSummary());
    m_batch.release()->deleteLater();  // it is still speaking
    Q_EMIT finished(summary);
}

QString summaryText(const signing::BatchSummary& summary) {
    QStringList sentences;
    if (summary.endedBy && summary.endedBy->kind() != base::ErrorKind::Cancelled)
        sentences += errorParagraph(*summary.endedBy);
    if (summary.finalized == summary.picked)
        sentences += BatchRunner::tr("All %n signed.", nullptr, summary.picked);
    else
        sentences += BatchRunner::tr("%1 of %n signed.", nullptr, summary.picked).arg(summary.finalized);
    if (summary.failed > 0)
        sentences += BatchRunner::tr("%n failed: each row says why.", nullptr, summary.failed);
    if (summary.unconfirmed > 0)
        sentences += BatchRunner::tr("%n unconfirmed: look at the documents before you sign again.", nullptr,
                                     summary.unconfirmed);
    if (summary.cancelled > 0)
        sentences += BatchRunner::tr("%n cancelled.", nullptr, summary.cancelled);
    return sentences.join(u' ');
}

}  // namespace signet::ui
