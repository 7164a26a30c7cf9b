#pragma once

#include <QString>
#include <optional>

namespace signet::base {

/** Everything that can go wrong, once. Each has one row in ErrorCatalog.cpp: its stable name, sentence and
 * hint. */
enum class ErrorCode {
    // Signet itself
    InternalError,
    Cancelled,
    SignatureUnsent,
    DocumentNotFetched,
    // what a person or a script gave us
    IdentifierInvalid,
    FileNotReadable,
    FileEmpty,
    FileTooLarge,
    OutputNotWritable,
    ProfileIncomplete,
    AddressInvalid,
    AddressInsecure,
    CaFileInvalid,
    KeychainFailed,
    NotOnePdf,
    NothingToArchive,
    // the journal, and what it keeps of earlier runs
    ClockWrong,
    JournalFailed,
    JournalNewer,
    SessionTaken,
    SignatureKept,
    FileNotWritable,
    // the e-seal and the key for its password
    PfxUnreadable,
    PfxPasswordWrong,
    PfxWithoutKey,
    PfxWithoutCertificate,
    PfxKeyMismatch,
    PfxAlgorithm,
    NotASealCertificate,
    SealExpired,
    SealNotQualified,
    AuthCertificateMissing,
    AuthCertificateInvalid,
    AuthCertificateWrongUsage,
    AuthCertificateExpired,
    AuthCertificateNotYetValid,
    AuthCertificatePassword,
    AuthCertificateIsSeal,
    PasswordTooLong,
    CentralKeyInvalid,
    CentralKeyChanged,
    // the card and its reader
    PcscMissing,
    PcscNotRunning,
    PcscDenied,
    PcscFailed,
    ModuleUnusable,
    ModuleCrashed,
    NoReader,
    ReaderUnknown,
    ReaderAmbiguous,
    ReaderContactless,
    NoCard,
    NoUsableCard,
    SeveralCards,
    CardUnknown,
    CardInUse,
    CardRemoved,
    CardReset,
    CardSilent,
    CardFailed,
    CardDataInvalid,
    CardChanged,
    CardNoSigningKey,
    CardNoAuthenticationCertificate,
    CertificateInvalid,
    CertificateWrongUsage,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateExpiresSoon,
    CertificateNotQualified,
    SignatureWrong,
    // PIN2
    PinWrong,
    PinBlocked,
    PinLastTry,
    PinFormat,
    PinNotVerified,
    PinPadMissing,
    PinPadTimeout,
    PinPadCancelled,
    // PIN1, the PUK, and what is done to PINs
    Pin1Wrong,
    Pin1Blocked,
    Pin1LastTry,
    Pin1Format,
    PukWrong,
    PukBlocked,
    PukLastTry,
    PukFormat,
    PinUnchanged,
    PinEntriesDiffer,
    PinRefused,
    PinOutcomeUnknown,
    PinCareMissing,
    // reaching the service
    NoConnection,
    TlsUntrusted,
    ServiceTimeout,
    ConnectionBroken,
    ProxyAnswer,
    ProxyAuthentication,
    RedirectRefused,
    TokenRefused,
    TokenAnswerInvalid,
    Unauthorised,
    Forbidden,
    // what the service answered
    ServiceError,
    ServiceUnavailable,
    RateLimited,
    RequestTooLarge,
    SessionNotFound,
    AnswerUnreadable,
    AnswerTooLarge,
    AnswerIncomplete,
    AnswerRepeated,
    DigestMissing,
    DigestInvalid,
    DigestLength,
    OutcomeUnknown,
    NoSignedDocument,
    DocumentNotSigned,
    ArchiveNotSeen,
    SessionEmpty,
};

/** What an error means for the run and for the exit code. */
enum class ErrorKind { Internal, Cancelled, Input, Card, Pin, Connection, Authorisation, Service };

/** Where a session stood when an error met it. None: not at a session (a card panel, a profile). */
enum class Stage { None, Pick, Prepare, Sign, Finalize, Confirm };

/** Stable names: kebab-case for codes ("pin-wrong"), lower-case words for stages ("prepare"; None is empty).
 */
QString toString(ErrorCode code);
QString toString(Stage stage);
std::optional<ErrorCode> errorCodeFromString(QStringView name);
std::optional<Stage> stageFromString(QStringView name);
ErrorKind kindOf(ErrorCode code);

/** All codes, in the order of the enumeration: for tables in documentation and tests. */
QList<ErrorCode> allErrorCodes();

}  // namespace signet::base
