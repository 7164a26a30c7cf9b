#include "SandboxArguments.h"

#include <QCommandLineParser>
#include <QHash>

namespace {

using signet::sandbox::CardPersonalisation;

const QHash<QString, CardPersonalisation>& personalisations() {
    static const QHash<QString, CardPersonalisation> names{
        {QStringLiteral("cosmo8-rsa"), CardPersonalisation::Cosmo8Rsa},
        {QStringLiteral("cosmo8-ec"), CardPersonalisation::Cosmo8Ec},
        {QStringLiteral("cosmox-ec"), CardPersonalisation::CosmoXEc},
        {QStringLiteral("estonian-cosmo8"), CardPersonalisation::EstonianCosmo8},
        {QStringLiteral("estonian-cosmox"), CardPersonalisation::EstonianCosmoX},
    };
    return names;
}

const QHash<QString, signet::sandbox::KeyKind>& sealKeys() {
    using signet::sandbox::KeyKind;
    static const QHash<QString, KeyKind> names{
        {QStringLiteral("rsa2048"), KeyKind::Rsa2048},
        {QStringLiteral("p256"), KeyKind::P256},
        {QStringLiteral("p384"), KeyKind::P384},
    };
    return names;
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QStringLiteral("A local SignAPI with real cryptography, for trying out Signet and for its tests."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("port"), QStringLiteral("HTTP port on loopback (0: any free one)"),
         QStringLiteral("N"), QStringLiteral("0")},
        {QStringLiteral("https-port"), QStringLiteral("HTTPS port on loopback (0: any free one)"),
         QStringLiteral("N"), QStringLiteral("0")},
        {QStringLiteral("sessions"), QStringLiteral("Number of sample sessions"), QStringLiteral("N"),
         QStringLiteral("20")},
        {QStringLiteral("digest-length"), QStringLiteral("Bytes of the digest for EC keys: 32, 48 or 64"),
         QStringLiteral("N"), QStringLiteral("32")},
        {QStringLiteral("latency"), QStringLiteral("Milliseconds to wait before every answer"),
         QStringLiteral("MS"), QStringLiteral("0")},
        {QStringLiteral("vpcd"),
         QStringLiteral("Put a virtual eID card into the virtual reader of pcscd there"),
         QStringLiteral("HOST:PORT")},
        {QStringLiteral("personalisation"),
         QStringLiteral(
             "Kind of the virtual card: cosmo8-rsa, cosmo8-ec, cosmox-ec (Latvian), estonian-cosmo8 "
             "or estonian-cosmox"),
         QStringLiteral("KIND"), QStringLiteral("cosmox-ec")},
        {QStringLiteral("pin2"), QStringLiteral("PIN2 of the virtual card; it protects nothing (123456)"),
         QStringLiteral("DIGITS")},
        {QStringLiteral("write-seal"),
         QStringLiteral("Write an e-seal, its password, its authentication certificate and the service's "
                        "central key into a folder"),
         QStringLiteral("DIR")},
        {QStringLiteral("seal-key"), QStringLiteral("Kind of the e-seal's key: rsa2048, p256 or p384"),
         QStringLiteral("KIND"), QStringLiteral("rsa2048")},
    });
}

/** A number between the limits, or a sentence. */
tl::expected<int, QString> number(const QCommandLineParser& parser, const QString& option, int least,
                                  int most) {
    bool isNumber = false;
    const int value = parser.value(option).toInt(&isNumber);
    if (!isNumber || value < least || value > most)
        return tl::unexpected(
            QStringLiteral("--%1 takes a number from %2 to %3").arg(option).arg(least).arg(most));
    return value;
}

tl::expected<SandboxArguments, QString> numbersOf(const QCommandLineParser& parser) {
    constexpr int MaxPort = 65'535;
    constexpr int MaxSessions = 10'000;
    constexpr int MaxLatencyMs = 600'000;
    const auto port = number(parser, QStringLiteral("port"), 0, MaxPort);
    const auto httpsPort = number(parser, QStringLiteral("https-port"), 0, MaxPort);
    const auto sessions = number(parser, QStringLiteral("sessions"), 0, MaxSessions);
    const auto digestLength = number(parser, QStringLiteral("digest-length"), 32, 64);
    const auto latency = number(parser, QStringLiteral("latency"), 0, MaxLatencyMs);
    for (const auto& value : {port, httpsPort, sessions, digestLength, latency}) {
        if (!value)
            return tl::unexpected(value.error());
    }
    if (*digestLength % 16 != 0)
        return tl::unexpected(QStringLiteral("--digest-length is 32, 48 or 64"));
    SandboxArguments arguments;
    arguments.service.httpPort = static_cast<quint16>(*port);
    arguments.service.httpsPort = static_cast<quint16>(*httpsPort);
    arguments.service.sampleSessions = *sessions;
    arguments.service.ecDigestLength = *digestLength;
    arguments.service.latencyMs = *latency;
    return arguments;
}

}  // namespace

tl::expected<SandboxArguments, QString> parseSandboxArguments(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(arguments);
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(QStringLiteral("unknown argument: ") + parser.positionalArguments().first());
    auto parsed = numbersOf(parser);
    if (!parsed)
        return parsed;
    const QString kind = parser.value(QStringLiteral("personalisation"));
    if (!personalisations().contains(kind))
        return tl::unexpected(QStringLiteral("unknown kind of card: ") + kind);
    parsed->personalisation = personalisations()[kind];
    const QString sealKey = parser.value(QStringLiteral("seal-key"));
    if (!sealKeys().contains(sealKey))
        return tl::unexpected(QStringLiteral("unknown kind of key: ") + sealKey);
    if (parser.isSet(QStringLiteral("write-seal")))
        parsed->service.seal =
            signet::sandbox::SealWish{parser.value(QStringLiteral("write-seal")), sealKeys()[sealKey]};
    parsed->pin2 = parser.value(QStringLiteral("pin2"));
    if (parser.isSet(QStringLiteral("vpcd"))) {
        const auto address = signet::sandbox::VpcdAddress::parse(parser.value(QStringLiteral("vpcd")));
        if (!address)
            return tl::unexpected(address.error().message());
        parsed->vpcd = *address;
    }
    return parsed;
}
