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

/** The service's time comes in whole seconds, and a while after it was told. */
constexpr seconds ClockTolerance{30};
/** From here on time stamps and tokens begin to fail. */
constexpr seconds ClockTrouble{300};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Checkup)
};

QList<Finding> certificateFindings(const crypto::Certificate& certificate, const QDateTime& now,
                                   CertificateUse use) {
    const QString owner = ownerOf(certificate);
    const Appraisal told = appraise(certificate, use, now);
    if (told.obstacle)
        return {Finding::trouble(Subject::Certificate, owner, *told.obstacle)};
    QList<Finding> found;
    for (const Error& warning : told.warnings)
        found += Finding::warning(Subject::Certificate, owner, warning);
    if (!found.isEmpty())
        return found;
    const QString text = use == CertificateUse::Sign ? Words::tr("For signing, valid until %1.")
                                                     : Words::tr("For authentication, valid until %1.");
    return {Finding::good(Subject::Certificate, owner, text.arg(shortDate(certificate.notAfter())))};
}

Finding cardFinding(const DeskReader& reader) {
    const QString holder = reader.holder();
    if (const auto obstacle = reader.obstacle())
        return Finding::trouble(Subject::Card,
                                reader.state == DeskReader::State::Usable ? holder : reader.name, *obstacle);
    if (reader.pin2TriesLeft == 1)
        return Finding::warning(Subject::Card, holder, Error(ErrorCode::PinLastTry));
    if (!reader.pin2TriesLeft)
        return Finding::good(Subject::Card, holder, reader.cardType);
    return Finding::good(Subject::Card, holder,
                         QString(reader.cardType % u". " %
                                 Words::tr("Tries left for the PIN2: %n.", nullptr, *reader.pin2TriesLeft)));
}

/** A reader with which nobody can sign, be a card on it or not. `goesWithout`: there are others. */
Finding contactlessFinding(const DeskReader& reader, bool goesWithout) {
    if (goesWithout)
        return Finding::skipped(Subject::Reader, reader.name,
                                Words::tr("It reads cards without contact, which Signet does not use."));
    return Finding::trouble(Subject::Reader, reader.name, *reader.obstacle());
}

struct Others {
    bool anyCard = false;    ///< in a slot
    bool anyReader = false;  ///< with a slot
};

QList<Finding> readerFindings(const DeskReader& reader, const Others& others, const QDateTime& now) {
    if (reader.contactless) {
        const bool isEmpty = reader.state == DeskReader::State::Empty;
        return {contactlessFinding(reader, others.anyCard || (isEmpty && others.anyReader))};
    }
    if (reader.state == DeskReader::State::Empty) {
        if (!others.anyCard)
            return {Finding::trouble(Subject::Reader, reader.name, *reader.obstacle())};
        return {Finding::skipped(Subject::Reader, reader.name, Words::tr("No card is in it."))};
    }
    const bool isModule = reader.problem && (reader.problem->code() == ErrorCode::ModuleUnusable ||
                                             reader.problem->code() == ErrorCode::ModuleCrashed);
    if (isModule)
        return {Finding::trouble(Subject::Reader, reader.name, *reader.problem)};
    QList<Finding> found{Finding::good(Subject::Reader, reader.name, Words::tr("A card is in it.")),
                         cardFinding(reader)};
    // What is wrong with it may be the card's problem already.
    const auto append = [&found](const QList<Finding>& more) {
        for (const Finding& finding : more) {
            const bool isTold = std::any_of(found.begin(), found.end(), [&finding](const Finding& other) {
                return finding.error && other.error && other.error->code() == finding.error->code();
            });
            if (!isTold)
                found.append(finding);
        }
    };
    if (reader.signingCertificate)
        append(certificateFindings(*reader.signingCertificate, now, CertificateUse::Sign));
    if (reader.authenticationCertificate)
        append(certificateFindings(*reader.authenticationCertificate, now, CertificateUse::Authenticate));
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
    Others others;
    for (const DeskReader& reader : readers) {
        others.anyReader = others.anyReader || !reader.contactless;
        others.anyCard = others.anyCard || (!reader.contactless && reader.state != DeskReader::State::Empty);
    }
    for (const DeskReader& reader : readers)
        found += readerFindings(reader, others, now);
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
