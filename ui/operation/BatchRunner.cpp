#include "ui/operation/BatchRunner.h"

#include "base/Log.h"
#include "signing/CardDesk.h"
#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"
#include "ui/card/WindowAttendant.h"
#include "ui/common/Formatting.h"
#include "ui/common/UiSettings.h"
#include "ui/operation/ArchivePanel.h"
#include "ui/operation/CertificateReader.h"
#include "ui/operation/PlanText.h"
#include "ui/profile/ProfileConnection.h"
#include "ui/seal/SealConnection.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

using signing::Batch;
using signing::Operation;
using signing::SessionEvent;
using signing::SessionState;

BatchRunner::BatchRunner(signing::SessionList& sessions, signing::ServiceDesk& service,
                         ProfileConnection& connection, Means means, QObject* parent)
    : QObject(parent),
      m_sessions(sessions),
      m_service(service),
      m_connection(connection),
      m_means(means),
      m_profileCertificate(new CertificateReader(this)) {
    connect(m_profileCertificate, &CertificateReader::changed, this, &BatchRunner::readinessChanged);
    connect(&m_means.attendant, &WindowAttendant::stopWanted, this, &BatchRunner::stop);
}

BatchRunner::~BatchRunner() = default;

QString BatchRunner::cardObstacle() const {
    const auto card = m_means.cards.selected();
    if (!card)
        return m_means.cards.isSettled() ? card.error().message() : tr("Reading the card…");
    const auto obstacle = card->obstacle();
    return obstacle ? obstacle->message() : QString();
}

QString BatchRunner::profileCertificateFile() const {
    return m_service.profile() ? m_service.profile()->authCertificateFile : QString();
}

/** Time stamps of signatures are requested with the profile's certificate, if it has one, or else the card's;
 * there is a card. */
QString BatchRunner::certificateObstacle() const {
    const QString file = profileCertificateFile();
    if (file.isEmpty()) {
        const auto obstacle = m_means.cards.selected()->authenticationObstacle();
        return obstacle ? obstacle->message() : QString();
    }
    const auto certificate = m_profileCertificate->read(file);
    if (!certificate)
        return tr("Reading the certificate…");
    return *certificate ? QString() : certificate->error().message();
}

QString BatchRunner::meansObstacle(Operation operation) const {
    switch (operation) {
        case Operation::Sign: {
            const QString card = cardObstacle();
            return card.isEmpty() ? certificateObstacle() : card;
        }
        case Operation::Seal:
            return m_means.seal.obstacle();
        case Operation::Archive:
            return m_means.archive.obstacle();
    }
    return {};
}

QString BatchRunner::obstacle(Operation operation, int sessions) const {
    if (m_connection.state() == ProfileConnection::State::SecretNeeded)
        return tr("Enter the secret of the service first.");
    if (!m_connection.isReady())
        return tr("The service is not ready yet.");
    if (const QString means = meansObstacle(operation); !means.isEmpty())
        return means;
    if (sessions > 0)
        return {};
    switch (operation) {
        case Operation::Sign:
            return tr("Mark what you want to sign.");
        case Operation::Seal:
            return tr("Mark what you want to seal.");
        case Operation::Archive:
            return tr("Mark what you want to archive.");
    }
    return {};
}

void BatchRunner::start(const QList<signing::SessionKey>& keys, const Intent& intent,
                        const UiSettings& settings) {
    if (isRunning() || !obstacle(intent.operation, static_cast<int>(keys.size())).isEmpty())
        return;
    signing::BatchOrder order = orderFor(intent, settings);
    order.sessions = keys;
    pickAgain(keys);
    run(std::move(order));
}

bool BatchRunner::goOn(signing::BatchOrder order) {
    if (isRunning() || !m_connection.isReady() || order.sessions.isEmpty())
        return false;
    if (const auto& profile = m_service.profile()) {
        order.chunkSize = profile->chunkSize;
        order.confirmTime = profile->confirmTime;
    }
    if (order.operation == Operation::Seal) {
        if (const auto seal = m_means.seal.identity())
            order.seal = *seal;
    }
    run(std::move(order));
    return true;
}

void BatchRunner::run(signing::BatchOrder order) {
    order.journal = m_means.journal;
    const QList<signing::SessionKey> keys = order.sessions;
    m_lastKeys = keys;
    m_batch = std::make_unique<Batch>(m_sessions, m_service, order, &m_means.cards, &m_means.attendant);
    connect(m_batch.get(), &Batch::progressChanged, this, &BatchRunner::follow);
    connect(m_batch.get(), &Batch::finished, this, &BatchRunner::end);
    qCDebug(base::logSigning, "a batch of %d sessions begins", static_cast<int>(keys.size()));
    Q_EMIT started();
    m_batch->start();
    Q_EMIT progressed(m_batch->progress());
}

void BatchRunner::pickAgain(const QList<signing::SessionKey>& keys) {
    for (const signing::SessionKey key : keys) {
        const SessionState state = m_sessions.session(key).state;
        if (state == SessionState::Failed || state == SessionState::Cancelled)
            m_sessions.apply(key, SessionEvent::PickAgain);
        else if (state == SessionState::Finalized)
            m_sessions.apply(key, SessionEvent::PickNext);
    }
}

signing::BatchOrder BatchRunner::orderFor(const Intent& intent, const UiSettings& settings) const {
    signing::BatchOrder order;
    order.operation = intent.operation;
    order.form = intent.form;
    order.outputFolder = settings.outputFolder();
    // A signature that was made before, and not sent, is what the person wants now, too.
    order.kept = signing::KeptSignature::Send;
    if (const auto& profile = m_service.profile()) {
        order.chunkSize = profile->chunkSize;
        order.confirmTime = profile->confirmTime;
    }
    if (intent.operation == Operation::Sign) {
        order.reader = m_means.cards.selected()->name;
        const QString file = profileCertificateFile();
        const auto own = file.isEmpty() ? std::nullopt : m_profileCertificate->read(file);
        if (own && *own)
            order.authCertificate = **own;
    } else if (intent.operation == Operation::Seal) {
        if (const auto seal = m_means.seal.identity())
            order.seal = *seal;
    } else {
        order.authCertificate = **m_means.archive.certificate();
    }
    return order;
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
        const signing::Session& session = m_sessions.session(key);
        return session.saveError || session.checkError;
    });
}

void BatchRunner::follow() {
    const signing::BatchProgress progress = m_batch->progress();
    if (progress.signedCount > 0)
        m_means.attendant.pinSettled();
    Q_EMIT progressed(progress);
}

void BatchRunner::end() {
    m_means.attendant.runEnded();
    const signing::BatchSummary summary = m_batch->summary().value_or(signing::BatchSummary());
    m_batch.release()->deleteLater();  // it is still speaking
    qCDebug(base::logSigning, "the batch has ended: %d of %d done", summary.finalized, summary.picked);
    Q_EMIT finished(summary);
}

namespace {

QString doneSentence(const signing::BatchSummary& summary) {
    const bool all = summary.finalized == summary.picked;
    const int n = summary.picked;
    switch (summary.operation) {
        case Operation::Sign:
            return all ? BatchRunner::tr("All %n signed.", nullptr, n)
                       : BatchRunner::tr("%1 of %n signed.", nullptr, n).arg(summary.finalized);
        case Operation::Seal:
            return all ? BatchRunner::tr("All %n sealed.", nullptr, n)
                       : BatchRunner::tr("%1 of %n sealed.", nullptr, n).arg(summary.finalized);
        case Operation::Archive:
            return all ? BatchRunner::tr("All %n archived.", nullptr, n)
                       : BatchRunner::tr("%1 of %n archived.", nullptr, n).arg(summary.finalized);
    }
    return {};
}

}  // namespace

QString summaryText(const signing::BatchSummary& summary) {
    QStringList sentences;
    const bool bySelf = summary.endedBy && summary.endedBy->code() == base::ErrorCode::Cancelled;
    if (summary.endedBy && !bySelf)
        sentences += errorParagraph(*summary.endedBy);
    sentences += doneSentence(summary);
    if (summary.journalTrouble && summary.journalTrouble != summary.endedBy)
        sentences += errorParagraph(*summary.journalTrouble);
    if (summary.failed > 0)
        sentences += BatchRunner::tr("%n failed: each row says why.", nullptr, summary.failed);
    if (summary.unconfirmed > 0)
        sentences += BatchRunner::tr("%n unconfirmed: look at the documents before you do it again.", nullptr,
                                     summary.unconfirmed);
    if (summary.cancelled > 0)
        sentences += BatchRunner::tr("%n cancelled.", nullptr, summary.cancelled);
    return sentences.join(u' ');
}

}  // namespace signet::ui
