#include "CliBench.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QSet>
#include <QThread>
#include <algorithm>

#include "support/PcscNeighbour.h"

namespace signet::test {
namespace {

constexpr int RunMilliseconds = 180'000;
constexpr std::chrono::seconds CardPatience{10};

bool isTextOrNull(const QJsonValue& value) {
    return value.isString() || value.isNull();
}

QStringList statesOf(Contract contract) {
    if (contract != Contract::Change)
        return {QStringLiteral("done"), QStringLiteral("failed")};
    return {QStringLiteral("finalized"), QStringLiteral("failed"), QStringLiteral("unconfirmed"),
            QStringLiteral("cancelled")};
}

/** What a command's lines have beside those of all others. */
QString extraProblem(const QJsonObject& line, Contract contract) {
    const bool isDone = line.value(QStringLiteral("state")).toString() == QLatin1StringView("done");
    const QJsonValue report = line.value(QStringLiteral("report"));
    if (contract == Contract::Validate && (isDone ? !report.isObject() : !report.isNull()))
        return QStringLiteral("report");
    const QJsonValue files = line.value(QStringLiteral("files"));
    if (contract == Contract::Download && (!files.isArray() || (isDone && files.toArray().isEmpty())))
        return QStringLiteral("files");
    return {};
}

QString lineProblem(const QJsonObject& line, Contract contract) {
    for (const char* name :
         {"sessionId", "state", "stage", "code", "message", "hint", "file", "source", "savedAs"}) {
        const QString member = QString::fromLatin1(name);
        if (!line.contains(member) || !isTextOrNull(line.value(member)))
            return QStringLiteral("member ") + member;
    }
    const QString state = line.value(QStringLiteral("state")).toString();
    static const QSet<QString> stages{QStringLiteral("pick"), QStringLiteral("prepare"),
                                      QStringLiteral("sign"), QStringLiteral("finalize"),
                                      QStringLiteral("confirm")};
    if (!statesOf(contract).contains(state))
        return QStringLiteral("state ") + state;
    const QJsonValue stage = line.value(QStringLiteral("stage"));
    if (stage.isString() && !stages.contains(stage.toString()))
        return QStringLiteral("stage ") + stage.toString();
    if (state == statesOf(contract).first())
        return extraProblem(line, contract);
    for (const char* name : {"stage", "code", "message", "hint"}) {
        if (line.value(QLatin1StringView(name)).toString().isEmpty())
            return QString(u"no " % QLatin1StringView(name) % u" though " % state);
    }
    return extraProblem(line, contract);
}

QString summaryProblem(const CliRun& run, Contract contract) {
    int total = 0;
    for (const QString& state : statesOf(contract)) {
        if (!run.summary.value(state).isDouble() || run.summary.value(state).toInt() != run.count(state))
            return QStringLiteral("summary: ") + state;
        total += run.count(state);
    }
    if (run.summary.value(QStringLiteral("picked")).toInt(-1) != total || total != run.lines.size())
        return QStringLiteral("summary: picked");
    return run.summary.value(QStringLiteral("seconds")).isDouble() ? QString()
                                                                   : QStringLiteral("summary: seconds");
}

void readLines(CliRun& run) {
    if (!run.output.startsWith('{'))
        return;
    for (const QByteArray& text : run.output.split('\n')) {
        if (text.isEmpty())
            continue;
        const QJsonObject line = QJsonDocument::fromJson(text).object();
        const QJsonValue summary = line.value(QStringLiteral("summary"));
        if (summary.isObject())
            run.summary = summary.toObject();
        else
            run.lines.append(line);
    }
}

QString readerName(int reader) {
    return reader == 0 ? PcscDaemon::firstReader() : PcscDaemon::secondReader();
}

}  // namespace

QList<QJsonObject> CliRun::inState(const QString& state) const {
    QList<QJsonObject> found;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(found), [&](const QJsonObject& line) {
        return line.value(QStringLiteral("state")).toString() == state;
    });
    return found;
}

QJsonObject CliRun::of(const QString& sessionId) const {
    for (const QJsonObject& line : lines) {
        if (line.value(QStringLiteral("sessionId")).toString() == sessionId)
            return line;
    }
    return {};
}

QString contractProblem(const CliRun& run, Contract contract) {
    if (run.crashed)
        return QStringLiteral("it crashed: ") + QString::fromUtf8(run.messages);
    const QList<QByteArray> texts = run.output.split('\n');
    if (texts.size() < 2 || !texts.last().isEmpty())
        return QStringLiteral("no whole lines: ") + QString::fromUtf8(run.output + run.messages);
    if (!QJsonDocument::fromJson(texts[texts.size() - 2]).object().contains(QStringLiteral("summary")))
        return QStringLiteral("the summary is not the last line");
    for (const QJsonObject& line : run.lines) {
        const QString problem = lineProblem(line, contract);
        if (!problem.isEmpty())
            return QString(problem % u" in " % QString::fromUtf8(QJsonDocument(line).toJson()));
    }
    return summaryProblem(run, contract);
}

CliBench::CliBench(const sandbox::SandboxOptions& options) : m_service(options) {
    beginJournal();
}

CliBench::~CliBench() {
    removeCards();
}

QString CliBench::startService() {
    const auto started = m_service.start();
    if (!started)
        return QStringLiteral("The sandbox does not start: ") + started.error().detail();
    const base::SecretBytes secret = m_service.clientSecret();
    return write(QStringLiteral("secret"), secret.view().toByteArray()).isEmpty()
               ? QStringLiteral("No file can be written.")
               : QString();
}

QString CliBench::startCards() {
    const QString problem = m_daemon.start();
    if (!problem.isEmpty())
        return problem;
    const std::array ports{PcscDaemon::FirstPort, PcscDaemon::SecondPort};
    for (std::size_t i = 0; i < ports.size(); ++i) {
        sandbox::VpcdAddress address;
        address.port = ports[i];
        m_links[i] = std::make_unique<sandbox::VpcdLink>(address);
    }
    return {};
}

std::shared_ptr<sandbox::VirtualCard> CliBench::insert(sandbox::CardPersonalisation personalisation,
                                                       const sandbox::VirtualCardOptions& options, int reader,
                                                       sandbox::CardPins pins) {
    auto card = makeCard(personalisation, options, std::move(pins), reader != 0);
    if (!card)
        return nullptr;
    m_links[static_cast<std::size_t>(reader)]->insert(card);
    return waitForCard(reader) ? card : nullptr;
}

std::shared_ptr<sandbox::VirtualCard> CliBench::makeCard(sandbox::CardPersonalisation personalisation,
                                                         const sandbox::VirtualCardOptions& options,
                                                         sandbox::CardPins pins, bool other) {
    std::optional<sandbox::CardIdentity> identity;
    m_service.run([&](sandbox::Sandbox& sandbox) {
        auto issued = sandbox.pki().issueCard(personalisation, QStringLiteral("ANNA"),
                                              other ? QStringLiteral("OTRĀ") : QStringLiteral("PARAUGA"),
                                              QStringLiteral("020290-11111"), m_terms);
        if (issued)
            identity = *issued;
    });
    if (!identity)
        return nullptr;
    auto card = sandbox::VirtualCard::create(*identity, personalisation, std::move(pins), options);
    return card ? *card : nullptr;
}

bool CliBench::waitForCard(int reader) {
    for (QDeadlineTimer deadline(CardPatience); !deadline.hasExpired(); QThread::msleep(50)) {
        if (PcscNeighbour().connectCard(readerName(reader)))
            return true;
    }
    return false;
}

void CliBench::removeCards() {
    for (const auto& link : m_links) {
        if (link)
            link->remove();
    }
    // pcscd notices a little later; a test that begins with no card must not see the one before.
    for (int reader = 0; m_links[0] && reader < 2; ++reader) {
        for (QDeadlineTimer deadline(CardPatience); !deadline.hasExpired(); QThread::msleep(50)) {
            if (!PcscNeighbour().connectCard(readerName(reader)))
                break;
        }
    }
}

void CliBench::beginJournal() {
    m_journal = path(QStringLiteral("journal-%1/journal.sqlite").arg(++m_journals));
}

QStringList CliBench::addSessions(int count) {
    QStringList sessions;
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("document %1.txt").arg(i);
        sessions.append(addSession({{QString(), name, "Content of " + name.toUtf8()}}));
    }
    return sessions;
}

QString CliBench::addSession(const QList<sandbox::SandboxDocument>& documents) {
    QString session;
    m_service.run([&](sandbox::Sandbox& service) { session = service.addSession(documents); });
    return session;
}

sandbox::SandboxDocument CliBench::onlyDocument(const QString& session) {
    sandbox::SandboxDocument found;
    m_service.run([&](sandbox::Sandbox& service) {
        const auto documents = service.documents(session);
        if (documents && documents->size() == 1)
            found = documents->first();
    });
    return found;
}

sandbox::SandboxDocument CliBench::sealed(const sandbox::SandboxDocument& document, const QString& form) {
    const QString session = addSession({document});
    QStringList arguments{QStringLiteral("seal"), QStringLiteral("--session"), session};
    arguments += serviceOptions() + sealOptions();
    run(form.isEmpty() ? arguments : arguments << form);
    return onlyDocument(session);
}

QString CliBench::write(const QString& name, const QByteArray& content) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

QStringList CliBench::serviceOptions() const {
    const sandbox::SandboxInfo& info = m_service.info();
    return {QStringLiteral("--api"),
            info.api.toString(),
            QStringLiteral("--token-url"),
            info.tokenUrl.toString(),
            QStringLiteral("--client-id"),
            info.clientId,
            QStringLiteral("--ca"),
            info.caFile,
            QStringLiteral("--client-secret-file"),
            path(QStringLiteral("secret"))};
}

QStringList CliBench::pinOptions(const QByteArray& pin) const {
    return {QStringLiteral("--pin-file"), write(QStringLiteral("pin"), pin)};
}

QStringList CliBench::sealOptions(const QByteArray& passwordFile, const QByteArray& password,
                                  sandbox::PfxStyle style) {
    QByteArray pfx;
    QByteArray authentication;
    m_service.run([&](sandbox::Sandbox& sandbox) {
        const auto seal = sandbox.pki().issueSeal();
        if (!seal)
            return;
        pfx = sandbox::makePfx(seal->sealing, {}, base::SecretBytes(QByteArrayView(password)), style)
                  .value_or(QByteArray());
        authentication = seal->authentication.certificateDer;
    });
    return {QStringLiteral("--pfx"),
            write(QStringLiteral("seal.pfx"), pfx),
            QStringLiteral("--pfx-password-file"),
            write(QStringLiteral("password"), passwordFile),
            QStringLiteral("--auth-certificate"),
            write(QStringLiteral("auth.der"), authentication)};
}

QStringList CliBench::sessionOptions(const QStringList& sessions) {
    QStringList options;
    for (const QString& session : sessions)
        options += {QStringLiteral("--session"), session};
    return options;
}

QStringList CliBench::signArgumentsWithoutPin(const QStringList& sessions) const {
    const QStringList command{QStringLiteral("sign"), QStringLiteral("--json")};
    return command + serviceOptions() + sessionOptions(sessions);
}

QStringList CliBench::signArguments(const QStringList& sessions, const QStringList& more) const {
    const QStringList arguments = signArgumentsWithoutPin(sessions) + more;
    return more.contains(QStringLiteral("--pin-file")) ? arguments : arguments + pinOptions();
}

std::unique_ptr<QProcess> CliBench::makeProcess() const {
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("SIGNET_JOURNAL"), m_journal);
    environment.insert(QStringLiteral("SIGNET_CARD_CACHE"), path(QStringLiteral("cards")));
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    for (const auto& [name, value] : m_variables.asKeyValueRange()) {
        if (value.isEmpty())
            environment.remove(name);
        else
            environment.insert(name, value);
    }
    process->setProcessEnvironment(environment);
    return process;
}

std::unique_ptr<QProcess> CliBench::beginWith(const QStringList& arguments, const QString& terminal,
                                              Output output) const {
    auto process = makeProcess();
    if (!terminal.isEmpty()) {
        process->setStandardInputFile(terminal);
        process->setStandardErrorFile(terminal, QIODevice::Append);
    }
    if (output == Output::OnTerminal)
        process->setStandardOutputFile(terminal, QIODevice::Append);
    process->start(QStringLiteral(SIGNET_CLI), arguments);
    process->waitForStarted();
    return process;
}

CliRun CliBench::finish(QProcess& process) {
    process.closeWriteChannel();
    CliRun run;
    if (!process.waitForFinished(RunMilliseconds)) {
        process.kill();
        process.waitForFinished();
    }
    run.crashed = process.exitStatus() != QProcess::NormalExit;
    run.exitCode = process.exitCode();
    run.output = process.readAllStandardOutput();
    run.messages = process.readAllStandardError();
    readLines(run);
    return run;
}

CliRun CliBench::runRedirected(const QStringList& arguments, const QString& redirection) const {
    const auto process = makeProcess();
    const QString script = QString(u"exec \"$0\" \"$@\" " % redirection);
    const QStringList shell{QStringLiteral("-c"), script, QStringLiteral(SIGNET_CLI)};
    process->start(QStringLiteral("/bin/sh"), shell + arguments);
    process->waitForStarted();
    return finish(*process);
}

CliRun CliBench::run(const QStringList& arguments, const QByteArray& input) const {
    const auto process = begin(arguments);
    process->write(input);
    return finish(*process);
}

}  // namespace signet::test
