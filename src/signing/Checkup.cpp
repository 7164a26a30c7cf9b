#include "signing/Checkup.h"

#include <QCoreApplication>
#include <QtConcurrentRun>
#include <algorithm>
#include <cstdlib>

#include "signapi/SystemProxy.h"
#include "signing/TaskFuture.h"
#include "signing/Validity.h"
#include "signing/batch/Waiting.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using Subject = Finding::Subject;
using std::chrono::seconds;

constexpr int DaysBeforeTheEnd = 30;
/** The service's time comes in whole seconds, and a while after it was told. */
constexpr seconds ClockTolerance{30};
/** From here on time stamps and tokens begin to fail. */
constexpr seconds ClockTrouble{300};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Checkup)
};

Finding certificateFinding(const crypto::Certificate& certificate, const QDateTime& now, bool signs) {
    const QString owner = ownerOf(certificate);
    const QString end = shortDate(certificate.notAfter());
    if (const auto problem = outOfDate(certificate, ErrorCode::CertificateExpired, now))
        return Finding::trouble(Subject::Certificate, owner, *problem);
    if (now.daysTo(certificate.notAfter()) < DaysBeforeTheEnd)
        return Finding::warning(Subject::Certificate, owner,
                                Error(ErrorCode::CertificateExpiresSoon, {owner, end}));
    if (signs && !certificate.qualifiedStatements().qualified)
        return Finding::warning(Subject::Certificate, owner,
                                Error(ErrorCode::CertificateNotQualified, {owner}));
    return Finding::good(
        Subject::Certificate, owner,
        (signs ? Words::tr("For signing, valid until %1.") : Words::tr("For authentication, valid until %1."))
            .arg(end));
}

Finding cardFinding(const DeskReader& reader) {
    const QString holder = reader.holder();
    if (reader.state == DeskReader::State::Reading)
        return Finding::trouble(Subject::Card, reader.name, Error(ErrorCode::CardSilent));
    if (reader.state == DeskReader::State::Unusable)
        return Finding::trouble(Subject::Card, reader.name,
                                reader.problem.value_or(Error(ErrorCode::CardUnknown, {reader.name})));
    if (reader.pin2TriesLeft == 0)
        return Finding::trouble(Subject::Card, holder, Error(ErrorCode::PinBlocked));
    if (reader.pin2TriesLeft == 1)
        return Finding::warning(Subject::Card, holder, Error(ErrorCode::PinLastTry));
    if (!reader.pin2TriesLeft)
        return Finding::good(Subject::Card, holder, reader.cardType);
    return Finding::good(Subject::Card, holder,
                         QString(reader.cardType % u". " %
                                 Words::tr("Tries left for the PIN2: %n.", nullptr, *reader.pin2TriesLeft)));
}

QList<Finding> readerFindings(const DeskReader& reader, bool cardIsWanted, const QDateTime& now) {
    if (reader.state == DeskReader::State::Empty) {
        if (cardIsWanted)
            return {Finding::trouble(Subject::Reader, reader.name, Error(ErrorCode::NoCard, {reader.name}))};
        return {Finding::skipped(Subject::Reader, reader.name, Words::tr("No card is in it."))};
    }
    QList<Finding> found{Finding::good(Subject::Reader, reader.name, Words::tr("A card is in it.")),
                         cardFinding(reader)};
    // What is wrong with it may be the card's problem already.
    const auto append = [&found](const Finding& finding) {
        const bool isTold = std::any_of(found.begin(), found.end(), [&finding](const Finding& other) {
            return finding.error && other.error && other.error->code() == finding.error->code();
        });
        if (!isTold)
            found.append(finding);
    };
    if (reader.signingCertificate)
        append(certificateFinding(*reader.signingCertificate, now, true));
    if (reader.authenticationCertificate)
        append(certificateFinding(*reader.authenticationCertificate, now, false));
    return found;
}

Finding clockFinding(std::optional<seconds> ahead) {
    if (!ahead)
        return Finding::skipped(Subject::Clock, {}, Words::tr("The service does not tell the time."));
    const seconds away(std::abs(ahead->count()));
    if (away <= ClockTolerance)
        return Finding::good(Subject::Clock, {}, Words::tr("It agrees with the service's."));
    const auto minutes = static_cast<int>((away.count() + 59) / 60);
    const Error error(ErrorCode::ClockWrong, {Words::tr("%n minute(s)", nullptr, minutes)});
    return away < ClockTrouble ? Finding::warning(Subject::Clock, {}, error)
                               : Finding::trouble(Subject::Clock, {}, error);
}

Finding proxyFinding(const QString& proxy) {
    return Finding::good(Subject::Proxy, proxy,
                         proxy.isEmpty() ? Words::tr("None: the service is reached directly.")
                                         : Words::tr("The service is reached through it."));
}

/** A proxy that the system has to look for takes its time. */
QFuture<Expected<QString>> proxyOnTheWayTo(const QUrl& address) {
    return QtConcurrent::run([address]() -> Expected<QString> { return signapi::proxyFor(address); });
}

QCoro::Task<Expected<QList<Finding>>> look(Profile profile, QFuture<Expected<ServiceGreeting>> greeting) {
    const Expected<QString> proxy = co_await resultOf(proxyOnTheWayTo(profile.api));
    const Expected<ServiceGreeting> told = co_await resultOf(greeting);
    Expected<QList<Finding>> found = serviceFindings(profile, told);
    found->prepend(proxyFinding(proxy.value_or(QString())));
    co_return found;
}

}  // namespace

QList<Finding> cardFindings(const std::optional<Error>& problem, const QList<DeskReader>& readers,
                            const QDateTime& now) {
    if (problem)
        return {Finding::trouble(Subject::CardService, {}, *problem)};
    QList<Finding> found{Finding::good(Subject::CardService, {}, Words::tr("It is running."))};
    if (readers.isEmpty())
        found.append(Finding::trouble(Subject::Reader, {}, Error(ErrorCode::NoReader)));
    const bool anyCard = std::any_of(readers.begin(), readers.end(), [](const DeskReader& reader) {
        return reader.state != DeskReader::State::Empty;
    });
    for (const DeskReader& reader : readers)
        found += readerFindings(reader, !anyCard, now);
    return found;
}

QList<Finding> serviceFindings(const Profile& profile, const Expected<ServiceGreeting>& greeting) {
    const QString address = profile.api.toString();
    if (greeting) {
        const QString customer = greeting->customer;
        return {Finding::good(Subject::Service, address, Words::tr("It answers.")),
                Finding::good(Subject::Token, customer, Words::tr("The service lets this client in.")),
                clockFinding(greeting->clockAhead)};
    }
    if (greeting.error().kind() != base::ErrorKind::Authorisation)
        return {Finding::trouble(Subject::Service, address, greeting.error())};
    return {Finding::good(Subject::Service, address, Words::tr("It answers.")),
            Finding::trouble(Subject::Token, profile.clientId, greeting.error())};
}

QFuture<Expected<QList<Finding>>> checkService(ServiceDesk& service) {
    const std::optional<Profile>& profile = service.profile();
    if (!profile)
        return readyFuture<QList<Finding>>(
            QList<Finding>{Finding::skipped(Subject::Service, {}, Words::tr("No service was chosen."))});
    return toFuture<QList<Finding>>(look(*profile, service.testConnection()));
}

}  // namespace signet::signing
