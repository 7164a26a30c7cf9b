#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <chrono>
#include <cstdio>

#include "SandboxArguments.h"
#include "StopSignal.h"
#include "base/SecretBytes.h"

namespace {

using namespace signet;

constexpr int ExitFailed = 1;
constexpr int ExitUsage = 2;
constexpr std::chrono::seconds VpcdPatience{5};

int complain(int code, const QString& sentence) {
    std::fprintf(stderr, "signet-sandbox: %s\n", qUtf8Printable(sentence));
    return code;
}

/** The one line that tells a caller where everything is. */
QByteArray readyLine(const sandbox::SandboxInfo& info) {
    QJsonObject line{
        {QStringLiteral("api"), info.api.toString()},
        {QStringLiteral("tokenUrl"), info.tokenUrl.toString()},
        {QStringLiteral("ca"), info.caFile},
        {QStringLiteral("clientId"), info.clientId},
        {QStringLiteral("clientSecretFile"), info.clientSecretFile},
        {QStringLiteral("sessions"), QJsonArray::fromStringList(info.sessions)},
        {QStringLiteral("httpApi"), info.httpApi.toString()},
        {QStringLiteral("httpTokenUrl"), info.httpTokenUrl.toString()},
    };
    if (info.seal)
        line.insert(QStringLiteral("seal"),
                    QJsonObject{{QStringLiteral("pfx"), info.seal->pfxFile},
                                {QStringLiteral("oldPfx"), info.seal->oldPfxFile},
                                {QStringLiteral("passwordFile"), info.seal->passwordFile},
                                {QStringLiteral("authCertificate"), info.seal->authCertificateFile},
                                {QStringLiteral("centralKey"), info.seal->centralKeyFile}});
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

base::Expected<std::shared_ptr<sandbox::VirtualCard>> makeCard(const SandboxArguments& arguments,
                                                               const sandbox::DemoPki& pki) {
    auto identity = pki.issueSampleCard(arguments.personalisation);
    if (!identity)
        return tl::unexpected(identity.error());
    auto pins = sandbox::CardPins::demo();
    if (!arguments.pin2.isEmpty())
        pins.pin2 = base::SecretBytes(arguments.pin2.toLatin1());
    return sandbox::VirtualCard::create(std::move(*identity), arguments.personalisation, std::move(pins));
}

}  // namespace

int main(int argc, char** argv) {
    base::protectProcessMemory();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signet-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNET_VERSION));
    const auto arguments = parseSandboxArguments(QCoreApplication::arguments());
    if (!arguments)
        return complain(ExitUsage, arguments.error());
    quitWhenAskedToStop();
    sandbox::Sandbox service(arguments->service);
    const auto started = service.start();
    if (!started)
        return complain(ExitFailed, started.error().message() + u' ' + started.error().detail());
    std::optional<sandbox::VpcdLink> link;
    if (arguments->vpcd) {
        const auto card = makeCard(*arguments, service.pki());
        if (!card)
            return complain(ExitFailed, card.error().message());
        link.emplace(*arguments->vpcd);
        link->insert(*card);
        if (!link->waitForConnected(VpcdPatience))
            complain(ExitFailed,
                     QStringLiteral("pcscd's virtual reader is not there yet; the card goes in when it is"));
    }
    const QByteArray line = readyLine(*started);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
    return QCoreApplication::exec();
}
