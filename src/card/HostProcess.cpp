#include "card/HostProcess.h"

#include <QCborValue>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

#include "base/Log.h"
#include "base/OwnWords.h"
#include "card/HostMessage.h"
#include "card/ModuleCalls.h"

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;
using base::fail;
using namespace std::chrono_literals;

// How soon a stop is noticed; an answer is noticed at once.
constexpr auto StopPause = 20ms;
constexpr auto StartLimit = 10s;
constexpr auto Farewell = 1s;

}  // namespace

HostProcess::HostProcess(QString module, QString program)
    : m_module(std::move(module)), m_program(std::move(program)) {}

/** Its standard input ends, and with it the process; one that hangs is not waited for. */
HostProcess::~HostProcess() {
    if (!m_process)
        return;
    m_process->closeWriteChannel();
    if (!m_process->waitForFinished(static_cast<int>(std::chrono::milliseconds(Farewell).count())))
        kill();
}

QString HostProcess::usualProgram() {
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("signet-cardhost.exe");
#else
    const QString name = QStringLiteral("signet-cardhost");
#endif
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = QString(here % u'/' % name);
    return QFileInfo::exists(beside) ? beside : QString(here % u"/../libexec/" % name);
}

quint64 HostProcess::number() const {
    return m_process && m_process->state() == QProcess::Running ? m_number : 0;
}

Expected<void> HostProcess::start() {
    if (number() != 0)
        return {};
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(QProcess::nullDevice());  // modules talk; nobody is to mistake it for us
    m_process->start(m_program.isEmpty() ? usualProgram() : m_program, {m_module});
    if (m_process->waitForStarted(static_cast<int>(std::chrono::milliseconds(StartLimit).count()))) {
        ++m_number;
        return {};
    }
    const QString detail = QString(m_process->program() % u": " % m_process->errorString());
    m_process.reset();
    return fail(ErrorCode::ModuleUnusable,
                QStringList{ModuleCalls::nameOf(m_module),
                            base::ownWords("CardHost", QT_TRANSLATE_NOOP("CardHost",
                                                                         "the program that runs "
                                                                         "it cannot be started"))},
                detail);
}

Expected<QCborMap> HostProcess::ask(const QCborMap& request, const base::SecretBytes& secret,
                                    std::chrono::milliseconds limit, const std::stop_token& stop) {
    const QDeadlineTimer deadline(limit);
    if (const auto started = start(); !started)
        return tl::unexpected(started.error());
    send(request, secret);
    const auto bytes = receive(host::HeadLength, deadline, stop);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto head = host::decodeHead(*bytes);
    if (head && head->secretLength == 0) {
        const auto body = receive(head->bodyLength, deadline, stop);
        if (!body)
            return tl::unexpected(body.error());
        if (auto map = host::decodeBody(*body))
            return *map;
    }
    kill();
    return fail(ErrorCode::CardDataInvalid, QStringList{}, QString(u"nonsense from the host of " % m_module));
}

void HostProcess::send(const QCborMap& request, const base::SecretBytes& secret) {
    const QByteArray body = request.toCborValue().toCbor();
    m_process->write(host::encodeHead({static_cast<quint32>(body.size()),  //
                                       static_cast<quint32>(secret.size())}));
    m_process->write(body);
    m_process->write(secret.view().data(), secret.view().size());
    if (!secret.isEmpty())
        overwriteSecret(secret.size());
}

/** QProcess writes from a block of memory of its own, which it uses again once it is empty: what comes next,
 * messages without a meaning, lies over the PIN. */
void HostProcess::overwriteSecret(std::size_t length) {
    flush();
    const QByteArray zeros(static_cast<qsizetype>(length + host::LongestSecret), '\0');
    for (qsizetype done = 0; done < zeros.size(); done += host::LongestSecret) {
        const qsizetype size = std::min<qsizetype>(zeros.size() - done, host::LongestSecret);
        m_process->write(host::encodeHead({0, static_cast<quint32>(size)}));
        m_process->write(zeros.constData(), size);
    }
    flush();
}

void HostProcess::flush() {
    while (m_process->bytesToWrite() > 0 &&
           m_process->waitForBytesWritten(static_cast<int>(std::chrono::milliseconds(Farewell).count()))) {
    }
}

Expected<QByteArray> HostProcess::receive(qsizetype length, const QDeadlineTimer& deadline,
                                          const std::stop_token& stop) {
    while (m_process->bytesAvailable() < length) {
        if (stop.stop_requested()) {
            kill();
            return fail(ErrorCode::Cancelled);
        }
        if (deadline.hasExpired()) {
            kill();
            return fail(ErrorCode::CardSilent, QStringList{}, QString(u"no answer from " % m_module));
        }
        const bool came = m_process->waitForReadyRead(static_cast<int>(StopPause.count()));
        if (!came && number() == 0 && m_process->bytesAvailable() < length)
            return tl::unexpected(crashed());
    }
    return m_process->read(length);
}

Error HostProcess::crashed() const {
    const QString detail = QStringLiteral("%1 ended: status %2, code %3")
                               .arg(m_module)
                               .arg(m_process->exitStatus())
                               .arg(m_process->exitCode());
    qCWarning(base::logCard).noquote() << detail;
    return Error(ErrorCode::ModuleCrashed, {ModuleCalls::nameOf(m_module)}, detail);
}

void HostProcess::kill() {
    m_process->kill();
    m_process->waitForFinished(static_cast<int>(std::chrono::milliseconds(Farewell).count()));
    m_process.reset();
}

}  // namespace signet::card
