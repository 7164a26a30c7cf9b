#include "base/ErrorCatalog.h"

#include <QCoreApplication>
#include <array>

namespace signet::base {
namespace {

constexpr const char* Context = "signet::base::Error";

struct Row {
    ErrorCode code;
    const char* name;
    ErrorKind kind;
    const char* sentence;
    const char* hint;
};

#define SENTENCE(text) QT_TRANSLATE_NOOP("signet::base::Error", text)
#define COUNTED(text) QT_TRANSLATE_N_NOOP("signet::base::Error", text)
#define HINT(text) QT_TRANSLATE_NOOP("signet::base::Error", text)

using C = ErrorCode;
using K = ErrorKind;

// clang-format off
constexpr std::array Rows{
    // --- Signet itself
    Row{C::InternalError, "internal-error", K::Internal,
        SENTENCE("Something went wrong inside Signet."),
        HINT("Try again. If it happens again, copy the details and send them to support.")},
    Row{C::Cancelled, "cancelled", K::Cancelled,
        SENTENCE("Stopped before anything was changed."),
        HINT("Start again when you are ready.")},
    // --- what a person or a script gave us
    Row{C::IdentifierInvalid, "identifier-invalid", K::Input,
        SENTENCE("“%1” is not a session identifier."),
        HINT("An identifier has 1 to 64 letters, digits, hyphens or underscores. Copy it again from where it came.")},
    Row{C::FileNotReadable, "file-not-readable", K::Input,
        SENTENCE("The file %1 cannot be read: %2"),
        HINT("Check that the file still exists and that you may read it.")},
    Row{C::FileEmpty, "file-empty", K::Input,
        SENTENCE("The file %1 is empty."),
        HINT("Choose a file that has content.")},
    Row{C::FileTooLarge, "file-too-large", K::Input,
        SENTENCE("The file %1 has %2; the service accepts at most %3."),
        HINT("Make the file smaller, or sign its parts one by one.")},
    Row{C::OutputNotWritable, "output-not-writable", K::Input,
        SENTENCE("The signed document could not be saved in %1: %2"),
        HINT("It is signed and safe at the service. Make room or choose another folder, and save it again.")},
    Row{C::ProfileIncomplete, "profile-incomplete", K::Input,
        SENTENCE("The profile “%1” is not complete: %2"),
        HINT("Open the profile and fill in what is missing.")},
    Row{C::AddressInvalid, "address-invalid", K::Input,
        SENTENCE("“%1” is not the address of a service."),
        HINT("An address looks like https://signapi.eparaksts.lv.")},
    Row{C::AddressInsecure, "address-insecure", K::Input,
        SENTENCE("The address %1 is not encrypted."),
        HINT("Use an address that begins with https. Plain http is only allowed to this computer itself.")},
    Row{C::CaFileInvalid, "ca-file-invalid", K::Input,
        SENTENCE("The file %1 holds no certificate that could be used to trust the service."),
        HINT("Choose a file with one or more certificates in PEM form.")},
    Row{C::KeychainFailed, "keychain-failed", K::Input,
        SENTENCE("The system's key chain did not keep or give the secret."),
        HINT("Signet will ask for the secret once after each start.")},
    // --- the card and its reader
    Row{C::PcscMissing, "pcsc-missing", K::Card,
        SENTENCE("The smart card service is not installed."),
        HINT("Install it (on Debian and Ubuntu: the package pcscd), then try again.")},
    Row{C::PcscNotRunning, "pcsc-not-running", K::Card,
        SENTENCE("The smart card service is not running."),
        HINT("Start it (on Linux: systemctl start pcscd.socket). Signet notices by itself.")},
    Row{C::PcscDenied, "pcsc-denied", K::Card,
        SENTENCE("You are not allowed to use the smart card service."),
        HINT("Log in at the computer itself, or ask your administrator for the right to use pcscd (polkit).")},
    Row{C::PcscFailed, "pcsc-failed", K::Card,
        SENTENCE("The smart card service reports an error (%1)."),
        HINT("Unplug the reader and plug it in again. If that does not help, restart the smart card service.")},
    Row{C::NoReader, "no-reader", K::Card,
        SENTENCE("There is no card reader."),
        HINT("Plug in a card reader and insert your eID card.")},
    Row{C::ReaderUnknown, "reader-unknown", K::Card,
        SENTENCE("There is no card reader called “%1”."),
        HINT("Check its name in the list of readers.")},
    Row{C::ReaderAmbiguous, "reader-ambiguous", K::Card,
        SENTENCE("“%1” fits several readers: %2"),
        HINT("Give more of the reader's name.")},
    Row{C::NoCard, "no-card", K::Card,
        SENTENCE("There is no card in the reader %1."),
        HINT("Insert your eID card, chip first.")},
    Row{C::NoUsableCard, "no-usable-card", K::Card,
        SENTENCE("No reader holds an eID card that can sign."),
        HINT("Insert your eID card, chip first.")},
    Row{C::SeveralCards, "several-cards", K::Card,
        SENTENCE("There are several cards that can sign: %1"),
        HINT("Choose the one to sign with, or take the others out.")},
    Row{C::CardUnknown, "card-unknown", K::Card,
        SENTENCE("The card in the reader %1 is not an eID card that Signet knows."),
        HINT("Insert a Latvian eID card, chip first. A bank card cannot sign.")},
    Row{C::CardInUse, "card-in-use", K::Card,
        SENTENCE("Another program is using the card."),
        HINT("Close other signing programs and browser windows that use the card, then try again.")},
    Row{C::CardRemoved, "card-removed", K::Card,
        SENTENCE("The card was taken out of the reader."),
        HINT("Insert the card again, and sign what is left.")},
    Row{C::CardReset, "card-reset", K::Card,
        SENTENCE("Another program reset the card."),
        HINT("Close other programs that use the card, and sign what is left.")},
    Row{C::CardSilent, "card-silent", K::Card,
        SENTENCE("The card does not answer."),
        HINT("Take the card out, wipe its contacts, and insert it again.")},
    Row{C::CardFailed, "card-failed", K::Card,
        SENTENCE("The card refused a command (status %1)."),
        HINT("Take the card out, insert it again, and try once more.")},
    Row{C::CardDataInvalid, "card-data-invalid", K::Card,
        SENTENCE("The card holds data that cannot be read."),
        HINT("Take the card out and insert it again. If it stays so, have the card checked where it was issued.")},
    Row{C::CardChanged, "card-changed", K::Card,
        SENTENCE("The card in the reader is not the one that was chosen."),
        HINT("Insert the card that you began with, or start again with this one.")},
    Row{C::CardNoSigningKey, "card-no-signing-key", K::Card,
        SENTENCE("The card has no certificate for signing."),
        HINT("Ask where the card was issued to have a signing certificate put on it.")},
    Row{C::CertificateInvalid, "certificate-invalid", K::Card,
        SENTENCE("A certificate cannot be read."),
        HINT("If it is on a card, take the card out and insert it again; if it is a file, choose another one.")},
    Row{C::CertificateWrongUsage, "certificate-wrong-usage", K::Card,
        SENTENCE("The certificate of %1 is not meant for %2."),
        HINT("A card has two certificates, one for signing and one for authentication. Use the other one.")},
    Row{C::CertificateExpired, "certificate-expired", K::Card,
        SENTENCE("The certificate of %1 expired on %2."),
        HINT("Have the certificates renewed, or use another card.")},
    Row{C::CertificateNotYetValid, "certificate-not-yet-valid", K::Card,
        SENTENCE("The certificate of %1 is not valid before %2."),
        HINT("Check the date and time of this computer.")},
    Row{C::SignatureWrong, "signature-wrong", K::Card,
        SENTENCE("The card's signature does not fit its certificate. It was not sent."),
        HINT("Take the card out, insert it again, and sign this session once more.")},
    // --- PIN2
    Row{C::PinWrong, "pin-wrong", K::Pin,
        COUNTED("The PIN2 is wrong. %n tries are left."),
        HINT("Enter the PIN2 again with care. It is the PIN for signing, not the one for logging in.")},
    Row{C::PinBlocked, "pin-blocked", K::Pin,
        SENTENCE("The PIN2 is blocked."),
        HINT("Unblock it with the PUK from the envelope of the card, or where the card was issued.")},
    Row{C::PinLastTry, "pin-last-try", K::Pin,
        SENTENCE("Only one try is left for the PIN2. A wrong one blocks it."),
        HINT("Go on only if you are sure of the PIN2; otherwise unblock it with the PUK first.")},
    Row{C::PinFormat, "pin-format", K::Pin,
        SENTENCE("A PIN2 has %1 to %2 digits."),
        HINT("Enter the PIN2 again. No try was used.")},
    Row{C::PinNotVerified, "pin-not-verified", K::Pin,
        SENTENCE("The card asks for the PIN2 again."),
        HINT("Enter the PIN2 again.")},
    Row{C::PinPadMissing, "pin-pad-missing", K::Card,
        SENTENCE("The reader %1 has no PIN pad that Signet can use."),
        HINT("Enter the PIN2 on the computer instead.")},
    Row{C::PinPadTimeout, "pin-pad-timeout", K::Pin,
        SENTENCE("The PIN2 was not entered on the reader in time."),
        HINT("Start again and type the PIN2 on the reader. No try was used.")},
    // --- reaching the service
    Row{C::NoConnection, "no-connection", K::Connection,
        SENTENCE("%1 could not be reached."),
        HINT("Check the network connection and the address in the profile.")},
    Row{C::TlsUntrusted, "tls-untrusted", K::Connection,
        SENTENCE("The encrypted connection to %1 cannot be trusted."),
        HINT("Check the date and time of this computer. Behind a company proxy, the profile may need its CA certificate.")},
    Row{C::ServiceTimeout, "service-timeout", K::Connection,
        SENTENCE("%1 did not answer in time."),
        HINT("Try again in a while.")},
    Row{C::ConnectionBroken, "connection-broken", K::Connection,
        SENTENCE("The connection to %1 broke."),
        HINT("Check the network connection, and try again.")},
    Row{C::ProxyAnswer, "proxy-answer", K::Connection,
        SENTENCE("Something between here and the service answered in its place, such as a proxy (status %1)."),
        HINT("Check the address in the profile and the proxy settings, or ask who runs the network.")},
    Row{C::ProxyAuthentication, "proxy-authentication", K::Connection,
        SENTENCE("The proxy wants a user name and a password."),
        HINT("Enter them in the proxy settings of the system.")},
    Row{C::RedirectRefused, "redirect-refused", K::Connection,
        SENTENCE("%1 wanted to send the request elsewhere; that was refused."),
        HINT("Check the address in the profile.")},
    Row{C::TokenRefused, "token-refused", K::Authorisation,
        SENTENCE("The service did not accept the client identifier and secret."),
        HINT("Check the client identifier and the secret in the profile.")},
    Row{C::TokenAnswerInvalid, "token-answer-invalid", K::Authorisation,
        SENTENCE("The token service gave an answer that cannot be used."),
        HINT("Check the address of the token service in the profile.")},
    Row{C::Unauthorised, "unauthorised", K::Authorisation,
        SENTENCE("The service did not accept the access token."),
        HINT("Get a new access token, or check the client identifier and the secret in the profile.")},
    Row{C::Forbidden, "forbidden", K::Authorisation,
        SENTENCE("The service does not allow this, or the session belongs to somebody else."),
        HINT("Ask whoever gave you the session, or ask the service for the right.")},
    // --- what the service answered
    Row{C::ServiceError, "service-error", K::Service,
        SENTENCE("The service refused the request (status %1)."),
        HINT("Try again. If it stays so, send the details to support.")},
    Row{C::ServiceUnavailable, "service-unavailable", K::Connection,
        SENTENCE("The service is not working at the moment (status %1)."),
        HINT("Try again in a while.")},
    Row{C::RateLimited, "rate-limited", K::Service,
        SENTENCE("The service wants fewer requests."),
        HINT("Wait a minute, and try again.")},
    Row{C::RequestTooLarge, "request-too-large", K::Service,
        SENTENCE("The request or the file is larger than the service accepts."),
        HINT("Sign fewer sessions at a time, or smaller files.")},
    Row{C::SessionNotFound, "session-not-found", K::Service,
        SENTENCE("The service does not know this session: it is closed, has expired or belongs to somebody else."),
        HINT("Ask for a new session.")},
    Row{C::AnswerUnreadable, "answer-unreadable", K::Service,
        SENTENCE("The service's answer cannot be understood."),
        HINT("Try again. If it stays so, check the address in the profile.")},
    Row{C::AnswerTooLarge, "answer-too-large", K::Service,
        SENTENCE("The service's answer is larger than it may be."),
        HINT("Try again. If it stays so, check the address in the profile.")},
    Row{C::AnswerIncomplete, "answer-incomplete", K::Service,
        SENTENCE("The service's answer says nothing about this session."),
        HINT("Try this session again.")},
    Row{C::AnswerRepeated, "answer-repeated", K::Service,
        SENTENCE("The service's answer names this session more than once."),
        HINT("Try this session again.")},
    Row{C::DigestMissing, "digest-missing", K::Service,
        SENTENCE("The service gave no digest for this session."),
        HINT("Try this session again.")},
    Row{C::DigestInvalid, "digest-invalid", K::Service,
        SENTENCE("The service gave a digest that cannot be read."),
        HINT("Try this session again.")},
    Row{C::DigestLength, "digest-length", K::Service,
        SENTENCE("The service gave a digest of %1 bytes, which this card cannot sign."),
        HINT("Try this session again, or use another card.")},
    Row{C::OutcomeUnknown, "outcome-unknown", K::Service,
        SENTENCE("It is not known whether the service completed the signature."),
        HINT("Look at the session's documents before you sign again, so that it is not signed twice.")},
    Row{C::NoSignedDocument, "no-signed-document", K::Service,
        SENTENCE("The session is signed, but the service shows no signed document."),
        HINT("Look at the session's documents again in a while.")},
};
// clang-format on

constexpr bool rowsFollowTheEnumeration() {
    for (std::size_t i = 0; i < Rows.size(); ++i) {
        if (static_cast<std::size_t>(Rows[i].code) != i)
            return false;
    }
    return Rows.size() == static_cast<std::size_t>(ErrorCode::NoSignedDocument) + 1;
}
static_assert(rowsFollowTheEnumeration());

const Row& rowOf(ErrorCode code) {
    return Rows[static_cast<std::size_t>(code)];
}

struct StageRow {
    Stage stage;
    const char* name;
    const char* serviceErrorHint;
};

// clang-format off
constexpr std::array StageRows{
    StageRow{Stage::None, "", nullptr},
    StageRow{Stage::Pick, "pick", HINT("Check that the session still exists and is yours.")},
    StageRow{Stage::Prepare, "prepare", HINT("Look at the session's documents: the service cannot prepare them for signing as they are.")},
    StageRow{Stage::Sign, "sign", nullptr},
    StageRow{Stage::Finalize, "finalize", HINT("The signature was not added. Sign this session again; if it stays so, send the details to support.")},
    StageRow{Stage::Confirm, "confirm", HINT("Look at the session's documents before you sign again.")},
};
// clang-format on

QString translated(const char* text, int count = -1) {
    return QCoreApplication::translate(Context, text, nullptr, count);
}

QString filledIn(QString text, const QStringList& arguments) {
    // One call for all arguments: a value that itself holds "%2" must not be filled in a second time.
    switch (arguments.size()) {
        case 0:
            return text;
        case 1:
            return text.arg(arguments[0]);
        case 2:
            return text.arg(arguments[0], arguments[1]);
        default:
            return text.arg(arguments[0], arguments[1], arguments[2]);
    }
}

}  // namespace

QString catalogSentence(ErrorCode code, const QStringList& arguments, std::optional<int> count) {
    return filledIn(translated(rowOf(code).sentence, count.value_or(-1)), arguments);
}

QString catalogHint(ErrorCode code, Stage stage, const QStringList& arguments) {
    const char* byStage = StageRows[static_cast<std::size_t>(stage)].serviceErrorHint;
    if (code == ErrorCode::ServiceError && byStage != nullptr)
        return translated(byStage);
    return filledIn(translated(rowOf(code).hint), arguments);
}

QString toString(ErrorCode code) {
    return QString::fromLatin1(rowOf(code).name);
}

QString toString(Stage stage) {
    return QString::fromLatin1(StageRows[static_cast<std::size_t>(stage)].name);
}

std::optional<ErrorCode> errorCodeFromString(QStringView name) {
    for (const Row& row : Rows) {
        if (name == QLatin1StringView(row.name))
            return row.code;
    }
    return std::nullopt;
}

std::optional<Stage> stageFromString(QStringView name) {
    for (const StageRow& row : StageRows) {
        if (name == QLatin1StringView(row.name))
            return row.stage;
    }
    return std::nullopt;
}

ErrorKind kindOf(ErrorCode code) {
    return rowOf(code).kind;
}

QList<ErrorCode> allErrorCodes() {
    QList<ErrorCode> codes;
    for (const Row& row : Rows)
        codes.append(row.code);
    return codes;
}

}  // namespace signet::base
