#include "FaultBench.h"

#include <QCoroTask>
#include <QFile>
#include <QTest>

#include "signapi/SignApiClient.h"
#include "signing/SealDesk.h"
#include "unit/signing/StateLetter.h"

namespace signet::test {

using signing::Operation;
using signing::SessionState;

namespace {

constexpr std::chrono::seconds ShortTimeout{2};

}  // namespace

QString FaultBench::start() {
    if (const auto started = demo.start(); !started)
        return started.error().detail();
    signing::Profile profile;
    profile.name = QStringLiteral("faults");
    profile.api = demo.service().api;
    profile.tokenUrl = demo.service().tokenUrl;
    profile.clientId = demo.service().clientId;
    profile.caFile = demo.service().caFile;
    profile.timeout = ShortTimeout;
    if (const auto connected = m_desk.connectTo(profile, demo.clientSecret()); !connected)
        return connected.error().message();
    m_cards = std::make_unique<signing::CardDesk>(demo.readers());
    const bool ready =
        QTest::qWaitFor([this] { return m_cards->isSettled() && m_cards->selected().has_value(); }, 30'000);
    if (!ready)
        return QStringLiteral("the card did not come");
    const auto seal = signing::SealDesk::open({demo.seal().pfxFile, demo.seal().authCertificateFile},
                                              sandbox::Demo::sealPassword())
                          .result();
    if (!seal)
        return seal.error().message();
    const QFuture<base::Expected<signing::CentralKey>> asked = signing::SealDesk(m_desk).centralKey(profile);
    if (!QTest::qWaitFor([&asked] { return asked.isFinished(); }, 30'000) || !asked.result())
        return QStringLiteral("the service's key did not come");
    const auto identity = seal->encryptedFor(asked.result()->key, crypto::RsaPadding::Pkcs1);
    if (!identity)
        return identity.error().message();
    m_seal = *identity;
    QFile letter(m_folder.filePath(QStringLiteral("letter.txt")));
    return letter.open(QIODevice::WriteOnly) && letter.write("words") == 5 ? QString()
                                                                           : QStringLiteral("no letter");
}

QStringList FaultBench::newSessions(int count, Operation operation) {
    QStringList ids;
    const auto started = QCoro::waitFor(m_desk.client()->startSessions(count));
    for (const base::SessionId& id : started.value_or(QList<base::SessionId>())) {
        const QString file = m_folder.filePath(QStringLiteral("letter.txt"));
        if (!QCoro::waitFor(m_desk.client()->uploadFile(id, file, QStringLiteral("letter.txt"))))
            qWarning("a letter did not arrive");
        ids.append(id.toString());
    }
    if (operation == Operation::Archive && run(ids, Operation::Seal) != QString(count, u'F'))
        qWarning("what is to be archived was not sealed");
    return ids;
}

signing::BatchOrder FaultBench::orderFor(Operation operation) const {
    signing::BatchOrder order;
    order.operation = operation;
    order.firstChunk = 0;
    order.confirmTime = std::chrono::seconds(0);
    order.lastLook = std::chrono::seconds(3);
    if (operation == Operation::Seal)
        order.seal = m_seal;
    return order;
}

QString FaultBench::run(const QStringList& ids, Operation operation) {
    signing::SessionList sessions;
    signing::BatchOrder order = orderFor(operation);
    order.sessions = sessions.addIdentifiers(ids);
    const QList<signing::SessionKey> keys = order.sessions;
    signing::Batch batch(sessions, m_desk, order, m_cards.get(), &m_attendant);
    bool ended = false;
    QObject::connect(&batch, &signing::Batch::finished, &batch, [&ended] { ended = true; });
    batch.start();
    if (!QTest::qWaitFor([&ended] { return ended; }, 60'000))
        return QStringLiteral("no end");
    QString letters;
    for (const signing::SessionKey key : keys)
        letters += letterOf(sessions.session(key).state);
    return letters;
}

int FaultBench::mostChanges(const QStringList& ids, Operation operation) const {
    const sandbox::CounterValues counts = demo.serviceThread().counters().values();
    int most = 0;
    for (const QString& id : ids) {
        const int changes = operation == Operation::Sign   ? counts.finalizations.value(id)
                            : operation == Operation::Seal ? counts.seals.value(id)
                                                           : counts.archives.value(id);
        most = std::max(most, changes);
    }
    return most;
}

}  // namespace signet::test
