#include "signing/SystemSecretStore.h"

#include <qt6keychain/keychain.h>

#include <QFile>
#include <QTimer>
#include <functional>

#include "base/Log.h"
#include "signing/TaskFuture.h"

namespace signet::signing {
namespace {

using base::Expected;

// A locked key chain asks the person for its password, which takes a while; one that hangs is given up.
constexpr std::chrono::seconds Patience{60};

/** What the key chain files the secrets of a kind under, and shows to people. */
QString serviceName(SecretKind kind) {
    return kind == SecretKind::SealPassword ? QStringLiteral("Signet e-seal") : QStringLiteral("Signet");
}

enum class Ending { Done, NothingKept, Failed };

Ending endingOf(const QKeychain::Job& job) {
    if (job.error() == QKeychain::NoError)
        return Ending::Done;
    return job.error() == QKeychain::EntryNotFound ? Ending::NothingKept : Ending::Failed;
}

/** There is a key chain, and it keeps what it was told to forget: that must not pass unnoticed. */
bool isRefusal(const QKeychain::Job& job) {
    return job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser ||
           job.error() == QKeychain::CouldNotDeleteEntry;
}

/** Starts `job` and calls `ended` exactly once; a job that stays silent has failed. */
void run(QKeychain::Job* job, const QString& key, const std::function<void(QKeychain::Job&, Ending)>& ended) {
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(key);
    auto* limit = new QTimer(job);
    limit->setSingleShot(true);
    const auto finish = [job, limit, ended](Ending ending) {
        limit->stop();
        QObject::disconnect(job, nullptr, limit, nullptr);
        ended(*job, ending);
    };
    QObject::connect(job, &QKeychain::Job::finished, limit, [job, finish] {
        finish(endingOf(*job));
        job->deleteLater();
    });
    // A silent job is left where it is: its library may still come back to it.
    QObject::connect(limit, &QTimer::timeout, limit, [finish] { finish(Ending::Failed); });
    limit->start(Patience);
    job->start();
}

}  // namespace

struct SystemSecretStore::State {
    QString service;
    std::unique_ptr<SecretStore> memory = makeMemorySecretStore();
    bool failed = false;

    void giveUp(const QKeychain::Job& job) {
        if (!failed)
            qCInfo(base::logSigning).noquote()
                << "no key chain, secrets are kept for this run only:" << job.errorString();
        failed = true;
    }
};

SystemSecretStore::SystemSecretStore(SecretKind kind) : m_state(std::make_shared<State>()) {
    m_state->service = serviceName(kind);
}
SystemSecretStore::~SystemSecretStore() = default;

bool SystemSecretStore::mayBeThere() {
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFile::exists(runtime + u"/bus"));
#else
    return true;
#endif
}

QFuture<Expected<SecretStore::Secret>> SystemSecretStore::read(const QString& profileName) {
    if (m_state->failed)
        return m_state->memory->read(profileName);
    auto promise = std::make_shared<QPromise<Expected<Secret>>>();
    promise->start();
    auto* job = new QKeychain::ReadPasswordJob(m_state->service);
    run(job, profileName, [state = m_state, promise, job](QKeychain::Job& ended, Ending ending) {
        Secret secret;
        if (ending == Ending::Done) {
            QByteArray bytes = job->binaryData();
            secret = std::make_shared<base::SecretBytes>(base::SecretBytes::takeFrom(bytes));
        }
        if (ending == Ending::Failed)
            state->giveUp(ended);
        promise->addResult(Expected<Secret>(std::move(secret)));
        promise->finish();
    });
    return promise->future();
}

QFuture<Expected<void>> SystemSecretStore::write(const QString& profileName, Secret secret) {
    // Also in memory: if the key chain is given up later, nothing has to be asked for again.
    m_state->memory->write(profileName, secret);
    if (m_state->failed || !secret)
        return readyFuture<void>({});
    auto promise = std::make_shared<QPromise<Expected<void>>>();
    promise->start();
    auto* job = new QKeychain::WritePasswordJob(m_state->service);
    job->setBinaryData(secret->view().toByteArray());
    run(job, profileName, [state = m_state, promise](QKeychain::Job& ended, Ending ending) {
        if (ending != Ending::Done)
            state->giveUp(ended);
        promise->addResult(Expected<void>());
        promise->finish();
    });
    return promise->future();
}

QFuture<Expected<void>> SystemSecretStore::remove(const QString& profileName) {
    m_state->memory->remove(profileName);
    if (m_state->failed)
        return readyFuture<void>({});
    auto promise = std::make_shared<QPromise<Expected<void>>>();
    promise->start();
    run(new QKeychain::DeletePasswordJob(m_state->service), profileName,
        [state = m_state, promise](QKeychain::Job& ended, Ending ending) {
            Expected<void> result;
            if (ending == Ending::Failed && isRefusal(ended))
                result = base::fail(base::ErrorCode::KeychainFailed, QStringList{}, ended.errorString());
            else if (ending == Ending::Failed)
                state->giveUp(ended);
            promise->addResult(std::move(result));
            promise->finish();
        });
    return promise->future();
}

bool SystemSecretStore::isLasting() const {
    return !m_state->failed;
}

}  // namespace signet::signing
