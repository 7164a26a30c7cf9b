#include "signing/CardDesk.h"

#include <QCoreApplication>
#include <algorithm>

#include "card/CardService.h"
#include "card/Contactless.h"
#include "signing/Validity.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::fail;

DeskReader::State stateOf(card::ReaderStatus::State state) {
    switch (state) {
        case card::ReaderStatus::State::Empty:
            return DeskReader::State::Empty;
        case card::ReaderStatus::State::Reading:
            return DeskReader::State::Reading;
        case card::ReaderStatus::State::Usable:
            return DeskReader::State::Usable;
        case card::ReaderStatus::State::Unusable:
            break;
    }
    return DeskReader::State::Unusable;
}

/** What there is to say of the card's certificates. */
void judge(DeskReader& reader) {
    const Appraisal signing = appraise(*reader.signingCertificate, CertificateUse::Sign);
    if (reader.state == DeskReader::State::Usable && signing.obstacle) {
        reader.state = DeskReader::State::Unusable;
        reader.problem = signing.obstacle;
    }
    if (reader.state != DeskReader::State::Usable)
        return;
    reader.warnings = signing.warnings;
    if (reader.authenticationCertificate)
        addNewKinds(reader.warnings,
                    appraise(*reader.authenticationCertificate, CertificateUse::Authenticate).all());
}

DeskReader deskReader(const card::ReaderStatus& status) {
    DeskReader reader;
    reader.name = status.name;
    reader.state = stateOf(status.state);
    reader.problem = status.problem;
    reader.contactless = card::isContactlessReader(status.name) ||
                         (status.problem && status.problem->code() == ErrorCode::ReaderContactless);
    if (!status.contents)
        return reader;
    const card::CardContents& contents = *status.contents;
    reader.cardType = QCoreApplication::translate("CardType", contents.cardType.toUtf8().constData());
    reader.signingCertificate = contents.signingCertificate;
    reader.authenticationCertificate = contents.authenticationCertificate;
    if (contents.pin2) {
        reader.pin2TriesLeft = contents.pin2->left;
        if (contents.pin2->maximum > 0)
            reader.pin2TriesMaximum = contents.pin2->maximum;
    }
    reader.pinMinimumLength = contents.pinMinimumLength;
    reader.pinMaximumLength = contents.pinMaximumLength;
    reader.pinPad = contents.pinPad;
    // Such a reader may have a slot as well, and the card is in it.
    reader.contactless = false;
    judge(reader);
    return reader;
}

bool isUsable(const DeskReader& reader) {
    return reader.state == DeskReader::State::Usable;
}

/** Cards that a module shows and our own driver serves, too. */
void markSameCards(QList<DeskReader>& readers, const QList<card::ReaderStatus>& statuses) {
    for (qsizetype i = 0; i < readers.size(); ++i) {
        if (!statuses[i].throughModule || !readers[i].signingCertificate)
            continue;
        for (qsizetype j = 0; j < readers.size(); ++j) {
            if (!statuses[j].throughModule && isUsable(readers[j]) &&
                readers[j].signingCertificate == readers[i].signingCertificate)
                readers[i].sameCardAs = readers[j].name;
        }
    }
}

bool isBlocked(const DeskReader& reader) {
    return reader.pin2TriesLeft == 0;
}

/** The reader if one can sign with it, otherwise why not. */
Expected<DeskReader> asSigner(const DeskReader& reader) {
    if (isUsable(reader))
        return reader;
    if (reader.state == DeskReader::State::Reading)
        return fail(ErrorCode::NoUsableCard);
    return tl::unexpected(*reader.obstacle());
}

QString namesOf(const QList<DeskReader>& readers) {
    QStringList names;
    for (const DeskReader& reader : readers) {
        const QString holder = reader.holder();
        names.append(holder.isEmpty() ? reader.name : QString(reader.name % u" (" % holder % u')'));
    }
    return names.join(QStringLiteral(", "));
}

QList<DeskReader> eachCardOnce(const QList<DeskReader>& readers) {
    QList<DeskReader> result;
    std::copy_if(readers.begin(), readers.end(), std::back_inserter(result),
                 [](const DeskReader& reader) { return reader.sameCardAs.isEmpty(); });
    return result;
}

Error whyNone(const QList<DeskReader>& readers) {
    if (readers.isEmpty())
        return Error(ErrorCode::NoReader);
    if (readers.size() == 1)
        return asSigner(readers.first()).error();
    QList<DeskReader> unusable;
    std::copy_if(readers.begin(), readers.end(), std::back_inserter(unusable), [](const DeskReader& reader) {
        return reader.state == DeskReader::State::Unusable && reader.problem;
    });
    // A card in a slot comes before one that lies on a contactless reader.
    const bool anyInSlot = std::any_of(unusable.begin(), unusable.end(),
                                       [](const DeskReader& reader) { return !reader.contactless; });
    if (anyInSlot)
        unusable.removeIf([](const DeskReader& reader) { return reader.contactless; });
    if (unusable.size() == 1)
        return *unusable.first().problem;
    const bool allContactless = std::all_of(readers.begin(), readers.end(),
                                            [](const DeskReader& reader) { return reader.contactless; });
    return allContactless ? *readers.first().obstacle() : Error(ErrorCode::NoUsableCard);
}

/** The only card that can sign. One whose PIN2 is blocked is the answer only when there is no other. */
Expected<DeskReader> onlySigner(const QList<DeskReader>& readers) {
    QList<DeskReader> usable;
    std::copy_if(readers.begin(), readers.end(), std::back_inserter(usable), isUsable);
    if (usable.isEmpty())
        return tl::unexpected(whyNone(readers));
    QList<DeskReader> open;
    std::copy_if(usable.begin(), usable.end(), std::back_inserter(open),
                 [](const DeskReader& reader) { return !isBlocked(reader); });
    if (open.size() == 1)
        return open.first();
    if (usable.size() == 1)
        return usable.first();
    return fail(ErrorCode::SeveralCards, QStringList{namesOf(open.isEmpty() ? usable : open)});
}

}  // namespace

QString DeskReader::holder() const {
    if (!signingCertificate)
        return {};
    const QString fullName =
        QString(signingCertificate->givenName() % u' ' % signingCertificate->surname()).simplified();
    return fullName.isEmpty() ? signingCertificate->commonName() : fullName;
}

std::optional<Error> DeskReader::obstacle() const {
    switch (state) {
        case State::Usable:
            return pin2TriesLeft == 0 ? std::optional(Error(ErrorCode::PinBlocked)) : std::nullopt;
        case State::Empty:
            return Error(contactless ? ErrorCode::ReaderContactless : ErrorCode::NoCard, {name});
        case State::Reading:
            return Error(ErrorCode::CardSilent);
        case State::Unusable:
            break;
    }
    return problem.value_or(Error(ErrorCode::CardUnknown, {name}));
}

std::optional<Error> DeskReader::authenticationObstacle() const {
    if (!authenticationCertificate)
        return Error(ErrorCode::CardNoAuthenticationCertificate);
    return appraise(*authenticationCertificate, CertificateUse::Authenticate).obstacle;
}

CardDesk::CardDesk(std::shared_ptr<card::CardReaders> readers, QObject* parent)
    : CardDesk(std::move(readers), card::CardLimits(), parent) {}

CardDesk::CardDesk(std::shared_ptr<card::CardReaders> readers, const card::CardLimits& limits,
                   QObject* parent)
    : QObject(parent), m_service(std::make_unique<card::CardService>(std::move(readers), limits)) {
    connect(m_service.get(), &card::CardService::changed, this, &CardDesk::changed);
}

CardDesk::~CardDesk() = default;

QList<DeskReader> CardDesk::readers() const {
    QList<DeskReader> readers;
    const QList<card::ReaderStatus> statuses = m_service->readers();
    for (const card::ReaderStatus& status : statuses)
        readers.append(deskReader(status));
    markSameCards(readers, statuses);
    return readers;
}

std::optional<Error> CardDesk::problem() const {
    return m_service->problem();
}

bool CardDesk::isSettled() const {
    return m_service->isSettled();
}

void CardDesk::choose(const QString& readerName) {
    if (m_chosen == readerName)
        return;
    m_chosen = readerName;
    Q_EMIT changed();
}

QString CardDesk::chosenName() const {
    return m_chosen;
}

Expected<DeskReader> CardDesk::selected() const {
    if (const auto why = problem())
        return tl::unexpected(*why);
    const QList<DeskReader> all = readers();
    if (m_chosen.isEmpty())
        return onlySigner(eachCardOnce(all));
    const auto chosen = std::find_if(all.begin(), all.end(),
                                     [this](const DeskReader& reader) { return reader.name == m_chosen; });
    if (chosen == all.end())
        return fail(ErrorCode::ReaderUnknown, QStringList{m_chosen});
    return asSigner(*chosen);
}

Expected<DeskReader> CardDesk::byName(const QString& wanted) const {
    if (const auto why = problem())
        return tl::unexpected(*why);
    QList<DeskReader> fitting;
    for (const DeskReader& reader : readers()) {
        if (reader.name == wanted)
            return reader;
        if (reader.name.contains(wanted, Qt::CaseInsensitive))
            fitting.append(reader);
    }
    if (fitting.isEmpty())
        return fail(ErrorCode::ReaderUnknown, QStringList{wanted});
    if (fitting.size() > 1)
        return fail(ErrorCode::ReaderAmbiguous, QStringList{wanted, namesOf(fitting)});
    return fitting.first();
}

void CardDesk::refreshTries(const QString& readerName) {
    m_service->refresh(readerName);
}

card::CardService& CardDesk::service() const {
    return *m_service;
}

}  // namespace signet::signing
