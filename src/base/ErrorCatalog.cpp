#include "base/ErrorCatalog.h"

#include <QCoreApplication>
#include <array>

#include "base/OwnWords.h"

namespace signet::base {
namespace {

// lupdate reads the literals in the tables below and expands no macros of ours: each names this context by
// itself.
constexpr const char* Context = "Error";

struct Row {
    ErrorCode code;
    const char* name;
    ErrorKind kind;
    const char* sentence;
    const char* hint;
    const char* countedSentence =
        nullptr;  // instead of `sentence` where a count is known; worded to be right for 1, too
};

using C = ErrorCode;
using K = ErrorKind;

// clang-format off
constexpr std::array Rows{
    // --- Signet itself
    Row{C::InternalError, "internal-error", K::Internal,
        QT_TRANSLATE_NOOP("Error", "Something went wrong inside Signet."),
        QT_TRANSLATE_NOOP("Error", "Try again. If it happens again, copy the details and send them to support.")},
    Row{C::Cancelled, "cancelled", K::Cancelled,
        QT_TRANSLATE_NOOP("Error", "Stopped before anything was changed."),
        QT_TRANSLATE_NOOP("Error", "Start again when you are ready.")},
    Row{C::SignatureUnsent, "signature-unsent", K::Cancelled,
        QT_TRANSLATE_NOOP("Error", "Stopped after the card had signed, and before the signature was sent."),
        QT_TRANSLATE_NOOP("Error", "The signature is kept. Signet can go on with it: in the window, or with signet-cli resume.")},
    Row{C::DocumentNotFetched, "document-not-fetched", K::Cancelled,
        QT_TRANSLATE_NOOP("Error", "The document is finished, but the run was stopped before it was fetched."),
        QT_TRANSLATE_NOOP("Error", "It is safe at the service: save it from there, in the window or with signet-cli download.")},
    // --- what a person or a script gave us
    Row{C::IdentifierInvalid, "identifier-invalid", K::Input,
        QT_TRANSLATE_NOOP("Error", "“%1” is not a session identifier."),
        QT_TRANSLATE_NOOP("Error", "An identifier has 1 to 64 letters, digits, hyphens or underscores. Copy it again from where it came.")},
    Row{C::FileNotReadable, "file-not-readable", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 cannot be read: %2."),
        QT_TRANSLATE_NOOP("Error", "Check that the file still exists and that you may read it.")},
    Row{C::FileEmpty, "file-empty", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 is empty."),
        QT_TRANSLATE_NOOP("Error", "Choose a file that has content.")},
    Row{C::FileTooLarge, "file-too-large", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 has %2; the service accepts at most %3."),
        QT_TRANSLATE_NOOP("Error", "Make the file smaller, or sign its parts one by one.")},
    Row{C::OutputNotWritable, "output-not-writable", K::Input,
        QT_TRANSLATE_NOOP("Error", "The signed document could not be saved in %1: %2."),
        QT_TRANSLATE_NOOP("Error", "It is signed and safe at the service. Make room or choose another folder, and save it again.")},
    Row{C::ProfileIncomplete, "profile-incomplete", K::Input,
        QT_TRANSLATE_NOOP("Error", "The profile “%1” is not complete: %2."),
        QT_TRANSLATE_NOOP("Error", "Open the profile and fill in what is missing.")},
    Row{C::AddressInvalid, "address-invalid", K::Input,
        QT_TRANSLATE_NOOP("Error", "“%1” is not the address of a service."),
        QT_TRANSLATE_NOOP("Error", "An address looks like https://signapi.eparaksts.lv.")},
    Row{C::AddressInsecure, "address-insecure", K::Input,
        QT_TRANSLATE_NOOP("Error", "The address %1 is not encrypted."),
        QT_TRANSLATE_NOOP("Error", "Use an address that begins with https. Plain http is only allowed to this computer itself.")},
    Row{C::CaFileInvalid, "ca-file-invalid", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 holds no certificate that could be used to trust the service."),
        QT_TRANSLATE_NOOP("Error", "Choose a file with one or more certificates in PEM form.")},
    Row{C::KeychainFailed, "keychain-failed", K::Input,
        QT_TRANSLATE_NOOP("Error", "The system's key chain did not keep or give the secret."),
        QT_TRANSLATE_NOOP("Error", "Signet will ask for the secret once after each start.")},
    Row{C::NotOnePdf, "not-one-pdf", K::Input,
        QT_TRANSLATE_NOOP("Error", "%1 cannot be signed or sealed as a PDF: that takes exactly one PDF file."),
        QT_TRANSLATE_NOOP("Error", "Choose a container as the result, or put the PDF into a session of its own.")},
    Row{C::NothingToArchive, "nothing-to-archive", K::Input,
        QT_TRANSLATE_NOOP("Error", "%1 has no signature that an archive time stamp could be added to."),
        QT_TRANSLATE_NOOP("Error", "Sign or seal it first.")},
    // --- the journal, and what it keeps of earlier runs
    Row{C::ClockWrong, "clock-wrong", K::Input,
        QT_TRANSLATE_NOOP("Error", "The clock of this computer is %1 away from the service's clock."),
        QT_TRANSLATE_NOOP("Error", "Set the date, the time and the time zone of this computer right.")},
    Row{C::JournalFailed, "journal-failed", K::Input,
        QT_TRANSLATE_NOOP("Error", "The journal %1 could not be written: %2."),
        QT_TRANSLATE_NOOP("Error", "Make room on the disk, or check that you may write this file and its folder; then try again.")},
    Row{C::JournalNewer, "journal-newer", K::Input,
        QT_TRANSLATE_NOOP("Error", "The journal %1 was written by a newer Signet, and this one leaves it alone."),
        QT_TRANSLATE_NOOP("Error", "Use the newer Signet. What this one does is not kept, so it cannot be gone on with after a crash.")},
    Row{C::SessionTaken, "session-taken", K::Input,
        QT_TRANSLATE_NOOP("Error", "Another Signet on this computer is working on this session."),
        QT_TRANSLATE_NOOP("Error", "Wait until it has ended, then see what became of the session.")},
    Row{C::SignatureKept, "signature-kept", K::Input,
        QT_TRANSLATE_NOOP("Error", "A signature for this session was made earlier and was not sent."),
        QT_TRANSLATE_NOOP("Error", "Signet can go on with it: in the window, or with signet-cli resume. With --force the session is signed anew.")},
    Row{C::FileNotWritable, "file-not-writable", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 could not be written: %2."),
        QT_TRANSLATE_NOOP("Error", "Make room on the disk or choose another place, and try again.")},
    // --- the e-seal and the key for its password
    Row{C::PfxUnreadable, "pfx-unreadable", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 is not a PFX file, or it is damaged."),
        QT_TRANSLATE_NOOP("Error", "Choose the file that holds the e-seal; its name usually ends in .pfx or .p12.")},
    Row{C::PfxPasswordWrong, "pfx-password-wrong", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The password of the file %1 is wrong."),
        QT_TRANSLATE_NOOP("Error", "Enter the password again with care. Nothing was sent to the service.")},
    Row{C::PfxWithoutKey, "pfx-without-key", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 holds no private key."),
        QT_TRANSLATE_NOOP("Error", "Export the e-seal again, together with its private key.")},
    Row{C::PfxWithoutCertificate, "pfx-without-certificate", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 holds no certificate."),
        QT_TRANSLATE_NOOP("Error", "Export the e-seal again, together with its certificate.")},
    Row{C::PfxKeyMismatch, "pfx-key-mismatch", K::Input,
        QT_TRANSLATE_NOOP("Error", "The private key and the certificate in the file %1 do not belong together."),
        QT_TRANSLATE_NOOP("Error", "Export the e-seal again, or choose another file.")},
    Row{C::PfxAlgorithm, "pfx-algorithm", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 is encrypted in a way that Signet cannot read."),
        QT_TRANSLATE_NOOP("Error", "Export the e-seal again, encrypted with AES-256.")},
    Row{C::NotASealCertificate, "not-a-seal-certificate", K::Input,
        QT_TRANSLATE_NOOP("Error", "The certificate of %1 is not the certificate of an e-seal."),
        QT_TRANSLATE_NOOP("Error", "Choose the file that holds the organisation's e-seal.")},
    Row{C::SealExpired, "seal-expired", K::Input,
        QT_TRANSLATE_NOOP("Error", "The e-seal of %1 expired on %2."),
        QT_TRANSLATE_NOOP("Error", "Choose the file of the new e-seal, or have the e-seal renewed.")},
    Row{C::SealNotQualified, "seal-not-qualified", K::Input,
        QT_TRANSLATE_NOOP("Error", "The certificate of the e-seal of %1 is not a qualified one."),
        QT_TRANSLATE_NOOP("Error", "What is sealed with it may count for less. Ask the trust service for a qualified e-seal if that matters.")},
    Row{C::AuthCertificateMissing, "auth-certificate-missing", K::Input,
        QT_TRANSLATE_NOOP("Error", "The authentication certificate, which the time stamp needs, is missing."),
        QT_TRANSLATE_NOOP("Error", "Choose the file with the authentication certificate that belongs to the e-seal.")},
    Row{C::AuthCertificateInvalid, "auth-certificate-invalid", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 holds no certificate that can be read."),
        QT_TRANSLATE_NOOP("Error", "Choose the file with the authentication certificate: PEM, DER or PFX.")},
    Row{C::AuthCertificateWrongUsage, "auth-certificate-wrong-usage", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 holds the certificate of %2 for signing; the time stamp needs one for authentication."),
        QT_TRANSLATE_NOOP("Error", "Choose the file with the authentication certificate.")},
    Row{C::AuthCertificateExpired, "auth-certificate-expired", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 holds the certificate of %2, which expired on %3."),
        QT_TRANSLATE_NOOP("Error", "Have the certificate renewed, and choose the file of the new one.")},
    Row{C::AuthCertificateNotYetValid, "auth-certificate-not-yet-valid", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 holds the certificate of %2, which is not valid before %3."),
        QT_TRANSLATE_NOOP("Error", "Check the date and time of this computer.")},
    Row{C::AuthCertificatePassword, "auth-certificate-password", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 with the authentication certificate does not open with this password."),
        QT_TRANSLATE_NOOP("Error", "Choose the authentication certificate as a PEM or DER file, or give the password of this file; to seal, both files need the same one.")},
    Row{C::AuthCertificateIsSeal, "auth-certificate-is-seal", K::Input,
        QT_TRANSLATE_NOOP("Error", "The file %1 holds the e-seal's own certificate; the time stamp needs another one."),
        QT_TRANSLATE_NOOP("Error", "Choose the file with the authentication certificate that belongs to the e-seal.")},
    Row{C::PasswordTooLong, "password-too-long", K::Input,
        QT_TRANSLATE_NOOP("Error", "The password has %1 bytes; the service's key can protect at most %2."),
        QT_TRANSLATE_NOOP("Error", "Give the e-seal's file a shorter password. A letter outside A to Z takes two bytes or more.")},
    Row{C::CentralKeyInvalid, "central-key-invalid", K::Input,
        QT_TRANSLATE_NOOP("Error", "The key that protects the e-seal's password on its way is no RSA key of 2048 bits or more."),
        QT_TRANSLATE_NOOP("Error", "Get the public key of the service's central authentication certificate as a file, and name it in the profile.")},
    Row{C::CentralKeyChanged, "central-key-changed", K::Input,
        QT_TRANSLATE_NOOP("Error", "The key that protects the e-seal's password on its way has changed. It was %1 and is now %2."),
        QT_TRANSLATE_NOOP("Error", "Ask the trust service whether it has a new key, and accept it only if the fingerprint is the same there.")},
    // --- the card and its reader
    Row{C::PcscMissing, "pcsc-missing", K::Card,
        QT_TRANSLATE_NOOP("Error", "The smart card service is not installed."),
        QT_TRANSLATE_NOOP("Error", "Install it (on Debian and Ubuntu: the package pcscd), then try again.")},
    Row{C::PcscNotRunning, "pcsc-not-running", K::Card,
        QT_TRANSLATE_NOOP("Error", "The smart card service is not running, or was interrupted."),
        QT_TRANSLATE_NOOP("Error", "Try again. If it stays so, start the service (on Linux: systemctl start pcscd.socket).")},
    Row{C::PcscDenied, "pcsc-denied", K::Card,
        QT_TRANSLATE_NOOP("Error", "You are not allowed to use the smart card service."),
        QT_TRANSLATE_NOOP("Error", "Log in at the computer itself, or ask your administrator for the right to use pcscd (polkit).")},
    Row{C::PcscFailed, "pcsc-failed", K::Card,
        QT_TRANSLATE_NOOP("Error", "The smart card service reports an error (%1)."),
        QT_TRANSLATE_NOOP("Error", "Unplug the reader and plug it in again. If that does not help, restart the smart card service.")},
    Row{C::ModuleUnusable, "module-unusable", K::Card,
        QT_TRANSLATE_NOOP("Error", "The PKCS#11 module %1 cannot be used: %2."),
        QT_TRANSLATE_NOOP("Error", "Choose the file of the module that belongs to the card's software, or remove this one.")},
    Row{C::ModuleCrashed, "module-crashed", K::Card,
        QT_TRANSLATE_NOOP("Error", "The PKCS#11 module %1 has crashed."),
        QT_TRANSLATE_NOOP("Error", "Try again. If it happens again, have the card's software updated, or sign without this module.")},
    Row{C::NoReader, "no-reader", K::Card,
        QT_TRANSLATE_NOOP("Error", "There is no card reader."),
        QT_TRANSLATE_NOOP("Error", "Plug in a card reader and insert your eID card.")},
    Row{C::ReaderUnknown, "reader-unknown", K::Card,
        QT_TRANSLATE_NOOP("Error", "There is no card reader called “%1”."),
        QT_TRANSLATE_NOOP("Error", "Check its name in the list of readers.")},
    Row{C::ReaderAmbiguous, "reader-ambiguous", K::Card,
        QT_TRANSLATE_NOOP("Error", "“%1” fits several readers: %2."),
        QT_TRANSLATE_NOOP("Error", "Give more of the reader's name.")},
    Row{C::ReaderContactless, "reader-contactless", K::Card,
        QT_TRANSLATE_NOOP("Error", "The reader %1 reads cards without contact; Signet cannot sign that way."),
        QT_TRANSLATE_NOOP("Error", "Insert your eID card, chip first, into the contact slot of a reader.")},
    Row{C::NoCard, "no-card", K::Card,
        QT_TRANSLATE_NOOP("Error", "There is no card in the reader %1."),
        QT_TRANSLATE_NOOP("Error", "Insert your eID card, chip first.")},
    Row{C::NoUsableCard, "no-usable-card", K::Card,
        QT_TRANSLATE_NOOP("Error", "No reader holds an eID card that can sign."),
        QT_TRANSLATE_NOOP("Error", "Insert your eID card, chip first.")},
    Row{C::SeveralCards, "several-cards", K::Card,
        QT_TRANSLATE_NOOP("Error", "There are several cards that can sign: %1."),
        QT_TRANSLATE_NOOP("Error", "Choose the one to sign with, or take the others out.")},
    Row{C::CardUnknown, "card-unknown", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card in the reader %1 is not an eID card that Signet knows."),
        QT_TRANSLATE_NOOP("Error", "Insert a Latvian eID card, or an Estonian one issued 2018 to 2025, chip first. A bank card cannot sign.")},
    Row{C::CardInUse, "card-in-use", K::Card,
        QT_TRANSLATE_NOOP("Error", "Another program is using the card."),
        QT_TRANSLATE_NOOP("Error", "Close other signing programs and browser windows that use the card, then try again.")},
    Row{C::CardRemoved, "card-removed", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card was taken out of the reader."),
        QT_TRANSLATE_NOOP("Error", "Insert the card again, and go on with what is left.")},
    Row{C::CardReset, "card-reset", K::Card,
        QT_TRANSLATE_NOOP("Error", "Another program reset the card."),
        QT_TRANSLATE_NOOP("Error", "Close other programs that use the card, and go on with what is left.")},
    Row{C::CardSilent, "card-silent", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card does not answer."),
        QT_TRANSLATE_NOOP("Error", "Take the card out, wipe its contacts, and insert it again.")},
    Row{C::CardFailed, "card-failed", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card refused a command (status %1)."),
        QT_TRANSLATE_NOOP("Error", "Take the card out, insert it again, and try once more.")},
    Row{C::CardDataInvalid, "card-data-invalid", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card holds data that cannot be read."),
        QT_TRANSLATE_NOOP("Error", "Take the card out and insert it again. If it stays so, have the card checked where it was issued.")},
    Row{C::CardChanged, "card-changed", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card in the reader is not the one that was chosen."),
        QT_TRANSLATE_NOOP("Error", "Insert the card that you began with, or start again with this one.")},
    Row{C::CardNoSigningKey, "card-no-signing-key", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card has no certificate for signing."),
        QT_TRANSLATE_NOOP("Error", "Ask where the card was issued to have a signing certificate put on it.")},
    Row{C::CardNoAuthenticationCertificate, "card-no-authentication-certificate", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card has no certificate for authentication, which the time stamp needs."),
        QT_TRANSLATE_NOOP("Error", "Name a certificate for time stamps in the profile, or use another card.")},
    Row{C::CertificateInvalid, "certificate-invalid", K::Card,
        QT_TRANSLATE_NOOP("Error", "A certificate cannot be read."),
        QT_TRANSLATE_NOOP("Error", "If it is on a card, take the card out and insert it again; if it is a file, choose another one.")},
    Row{C::CertificateWrongUsage, "certificate-wrong-usage", K::Card,
        QT_TRANSLATE_NOOP("Error", "The certificate of %1 is not meant for %2."),
        QT_TRANSLATE_NOOP("Error", "A card has two certificates, one for signing and one for authentication. Use the other one.")},
    Row{C::CertificateExpired, "certificate-expired", K::Card,
        QT_TRANSLATE_NOOP("Error", "The certificate of %1 expired on %2."),
        QT_TRANSLATE_NOOP("Error", "Have the certificates renewed, or use another card.")},
    Row{C::CertificateNotYetValid, "certificate-not-yet-valid", K::Card,
        QT_TRANSLATE_NOOP("Error", "The certificate of %1 is not valid before %2."),
        QT_TRANSLATE_NOOP("Error", "Check the date and time of this computer.")},
    Row{C::CertificateExpiresSoon, "certificate-expires-soon", K::Card,
        QT_TRANSLATE_NOOP("Error", "The certificate of %1 expires on %2."),
        QT_TRANSLATE_NOOP("Error", "Have the certificates renewed before that day.")},
    Row{C::CertificateNotQualified, "certificate-not-qualified", K::Card,
        QT_TRANSLATE_NOOP("Error", "The certificate of %1 is not a qualified one."),
        QT_TRANSLATE_NOOP("Error", "What is signed with it may not count as signed by hand. Use an eID card if that matters.")},
    Row{C::SignatureWrong, "signature-wrong", K::Card,
        QT_TRANSLATE_NOOP("Error", "The card's signature does not fit its certificate. It was not sent."),
        QT_TRANSLATE_NOOP("Error", "Take the card out, insert it again, and sign this session once more.")},
    // --- PIN2
    Row{C::PinWrong, "pin-wrong", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The PIN2 is wrong."),
        QT_TRANSLATE_NOOP("Error", "Enter the PIN2 again with care. It is the PIN for signing, not the one for logging in."),
        QT_TRANSLATE_N_NOOP("Error", "The PIN2 is wrong. Tries left: %n.")},
    Row{C::PinBlocked, "pin-blocked", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The PIN2 is blocked."),
        QT_TRANSLATE_NOOP("Error", "Unblock it with the PUK from the envelope of the card: in the window (Tools › PINs of the card), or with signet-cli pin unblock.")},
    Row{C::PinLastTry, "pin-last-try", K::Pin,
        QT_TRANSLATE_NOOP("Error", "Only one try is left for the PIN2. A wrong one blocks it."),
        QT_TRANSLATE_NOOP("Error", "Go on only if you are sure of the PIN2; otherwise unblock it with the PUK first.")},
    Row{C::PinFormat, "pin-format", K::Pin,
        QT_TRANSLATE_NOOP("Error", "A PIN2 has %1 to %2 digits."),
        QT_TRANSLATE_NOOP("Error", "Enter the PIN2 again. No try was used.")},
    Row{C::PinNotVerified, "pin-not-verified", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The card asks for the PIN2 again."),
        QT_TRANSLATE_NOOP("Error", "Enter the PIN2 again.")},
    Row{C::PinPadMissing, "pin-pad-missing", K::Card,
        QT_TRANSLATE_NOOP("Error", "The reader %1 has no PIN pad that Signet can use."),
        QT_TRANSLATE_NOOP("Error", "Enter the PIN on the computer instead.")},
    Row{C::PinPadTimeout, "pin-pad-timeout", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The entry on the reader did not come in time."),
        QT_TRANSLATE_NOOP("Error", "Start again, and type on the reader as soon as it asks. No try was used.")},
    Row{C::PinPadCancelled, "pin-pad-cancelled", K::Cancelled,
        QT_TRANSLATE_NOOP("Error", "The entry was cancelled on the reader."),
        QT_TRANSLATE_NOOP("Error", "Start again when you want to. No try was used.")},
    // --- PIN1, the PUK, and what is done to PINs
    Row{C::Pin1Wrong, "pin1-wrong", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The PIN1 is wrong."),
        QT_TRANSLATE_NOOP("Error", "Enter the PIN1 again with care. It is the PIN for logging in, not the one for signing."),
        QT_TRANSLATE_N_NOOP("Error", "The PIN1 is wrong. Tries left: %n.")},
    Row{C::Pin1Blocked, "pin1-blocked", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The PIN1 is blocked."),
        QT_TRANSLATE_NOOP("Error", "Unblock it with the PUK from the envelope of the card: in the window (Tools › PINs of the card), or with signet-cli pin unblock.")},
    Row{C::Pin1LastTry, "pin1-last-try", K::Pin,
        QT_TRANSLATE_NOOP("Error", "Only one try is left for the PIN1. A wrong one blocks it."),
        QT_TRANSLATE_NOOP("Error", "Go on only if you are sure of the PIN1; otherwise unblock it with the PUK first.")},
    Row{C::Pin1Format, "pin1-format", K::Pin,
        QT_TRANSLATE_NOOP("Error", "A PIN1 has %1 to %2 digits."),
        QT_TRANSLATE_NOOP("Error", "Enter the PIN1 again. No try was used.")},
    Row{C::PukWrong, "puk-wrong", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The PUK is wrong."),
        QT_TRANSLATE_NOOP("Error", "Enter the PUK again with care: it stands in the envelope of the card."),
        QT_TRANSLATE_N_NOOP("Error", "The PUK is wrong. Tries left: %n.")},
    Row{C::PukBlocked, "puk-blocked", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The PUK is blocked: it cannot unblock PINs any more."),
        QT_TRANSLATE_NOOP("Error", "Go with the card to the office that issued it; in Latvia, that is the PMLP.")},
    Row{C::PukLastTry, "puk-last-try", K::Pin,
        QT_TRANSLATE_NOOP("Error", "Only one try is left for the PUK. A wrong one blocks it for good."),
        QT_TRANSLATE_NOOP("Error", "Go on only if you are sure of the PUK; otherwise ask for a new PIN envelope where the card was issued.")},
    Row{C::PukFormat, "puk-format", K::Pin,
        QT_TRANSLATE_NOOP("Error", "A PUK has %1 to %2 digits."),
        QT_TRANSLATE_NOOP("Error", "Enter the PUK again. No try was used.")},
    Row{C::PinUnchanged, "pin-unchanged", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The new %1 is the same as the old one."),
        QT_TRANSLATE_NOOP("Error", "Choose another one. No try was used.")},
    Row{C::PinEntriesDiffer, "pin-entries-differ", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The two entries of the new %1 differ."),
        QT_TRANSLATE_NOOP("Error", "Enter it twice in the same way. Nothing was changed, and no try was used.")},
    Row{C::PinRefused, "pin-refused", K::Pin,
        QT_TRANSLATE_NOOP("Error", "The card does not want this new %1."),
        QT_TRANSLATE_NOOP("Error", "Choose another one, not the same as before. Nothing was changed.")},
    Row{C::PinOutcomeUnknown, "pin-outcome-unknown", K::Card,
        QT_TRANSLATE_NOOP("Error", "It is not known whether the card took the new %1."),
        QT_TRANSLATE_NOOP("Error", "Insert the card again and look at the tries left. Then try the new one first: if it is wrong, nothing was changed.")},
    Row{C::PinCareMissing, "pin-care-missing", K::Card,
        QT_TRANSLATE_NOOP("Error", "Signet cannot change or unblock the PINs of this card."),
        QT_TRANSLATE_NOOP("Error", "Use the program that came with the card.")},
    // --- reaching the service
    Row{C::NoConnection, "no-connection", K::Connection,
        QT_TRANSLATE_NOOP("Error", "%1 could not be reached."),
        QT_TRANSLATE_NOOP("Error", "Check the network connection and the address in the profile.")},
    Row{C::TlsUntrusted, "tls-untrusted", K::Connection,
        QT_TRANSLATE_NOOP("Error", "The encrypted connection to %1 cannot be trusted."),
        QT_TRANSLATE_NOOP("Error", "Check the date and time of this computer. Behind a company proxy, the profile may need its CA certificate.")},
    Row{C::ServiceTimeout, "service-timeout", K::Connection,
        QT_TRANSLATE_NOOP("Error", "%1 did not answer in time."),
        QT_TRANSLATE_NOOP("Error", "Try again in a while.")},
    Row{C::ConnectionBroken, "connection-broken", K::Connection,
        QT_TRANSLATE_NOOP("Error", "The connection to %1 broke."),
        QT_TRANSLATE_NOOP("Error", "Check the network connection, and try again.")},
    Row{C::ProxyAnswer, "proxy-answer", K::Connection,
        QT_TRANSLATE_NOOP("Error", "Something between here and the service answered in its place, such as a proxy (status %1)."),
        QT_TRANSLATE_NOOP("Error", "Check the address in the profile and the proxy settings, or ask who runs the network.")},
    Row{C::ProxyAuthentication, "proxy-authentication", K::Connection,
        QT_TRANSLATE_NOOP("Error", "The proxy wants a user name and a password."),
        QT_TRANSLATE_NOOP("Error", "Enter them in the proxy settings of the system.")},
    Row{C::RedirectRefused, "redirect-refused", K::Connection,
        QT_TRANSLATE_NOOP("Error", "%1 wanted to send the request elsewhere; that was refused."),
        QT_TRANSLATE_NOOP("Error", "Check the address in the profile.")},
    Row{C::TokenRefused, "token-refused", K::Authorisation,
        QT_TRANSLATE_NOOP("Error", "The service did not accept the client identifier and secret."),
        QT_TRANSLATE_NOOP("Error", "Check the client identifier and the secret in the profile.")},
    Row{C::TokenAnswerInvalid, "token-answer-invalid", K::Authorisation,
        QT_TRANSLATE_NOOP("Error", "The token service gave an answer that cannot be used."),
        QT_TRANSLATE_NOOP("Error", "Check the address of the token service in the profile.")},
    Row{C::Unauthorised, "unauthorised", K::Authorisation,
        QT_TRANSLATE_NOOP("Error", "The service did not accept the access token."),
        QT_TRANSLATE_NOOP("Error", "Get a new access token, or check the client identifier and the secret in the profile.")},
    Row{C::Forbidden, "forbidden", K::Authorisation,
        QT_TRANSLATE_NOOP("Error", "The service does not allow this, or the session belongs to somebody else."),
        QT_TRANSLATE_NOOP("Error", "Ask whoever gave you the session, or ask the service for the right.")},
    // --- what the service answered
    Row{C::ServiceError, "service-error", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service refused the request (%1)."),
        QT_TRANSLATE_NOOP("Error", "Try again. If it stays so, send the details to support.")},
    Row{C::ServiceUnavailable, "service-unavailable", K::Connection,
        QT_TRANSLATE_NOOP("Error", "The service is not working at the moment (status %1)."),
        QT_TRANSLATE_NOOP("Error", "Try again in a while.")},
    Row{C::RateLimited, "rate-limited", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service wants fewer requests."),
        QT_TRANSLATE_NOOP("Error", "Wait a minute, and try again.")},
    Row{C::RequestTooLarge, "request-too-large", K::Service,
        QT_TRANSLATE_NOOP("Error", "The request or the file is larger than the service accepts."),
        QT_TRANSLATE_NOOP("Error", "Sign fewer sessions at a time, or smaller files.")},
    Row{C::SessionNotFound, "session-not-found", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service does not know this session: it is closed, has expired or belongs to somebody else."),
        QT_TRANSLATE_NOOP("Error", "Ask for a new session.")},
    Row{C::AnswerUnreadable, "answer-unreadable", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service's answer cannot be understood."),
        QT_TRANSLATE_NOOP("Error", "Try again. If it stays so, check the address in the profile.")},
    Row{C::AnswerTooLarge, "answer-too-large", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service's answer is larger than it may be."),
        QT_TRANSLATE_NOOP("Error", "Try again. If it stays so, check the address in the profile.")},
    Row{C::AnswerIncomplete, "answer-incomplete", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service's answer says nothing about this session."),
        QT_TRANSLATE_NOOP("Error", "Try this session again.")},
    Row{C::AnswerRepeated, "answer-repeated", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service's answer names this session more than once."),
        QT_TRANSLATE_NOOP("Error", "Try this session again.")},
    Row{C::DigestMissing, "digest-missing", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service gave no digest for this session."),
        QT_TRANSLATE_NOOP("Error", "Try this session again.")},
    Row{C::DigestInvalid, "digest-invalid", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service gave a digest that cannot be read."),
        QT_TRANSLATE_NOOP("Error", "Try this session again.")},
    Row{C::DigestLength, "digest-length", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service gave a digest of %1 bytes, which this card cannot sign."),
        QT_TRANSLATE_NOOP("Error", "Try this session again, or use another card.")},
    Row{C::OutcomeUnknown, "outcome-unknown", K::Service,
        QT_TRANSLATE_NOOP("Error", "It is not known whether the service carried this out."),
        QT_TRANSLATE_NOOP("Error", "Look at the session's documents before you start again, so that it is not done twice.")},
    Row{C::NoSignedDocument, "no-signed-document", K::Service,
        QT_TRANSLATE_NOOP("Error", "It is done, but the service does not show the document that came of it."),
        QT_TRANSLATE_NOOP("Error", "Look at the session's documents again in a while.")},
    Row{C::DocumentNotSigned, "document-not-signed", K::Service,
        QT_TRANSLATE_NOOP("Error", "The document has no signature."),
        QT_TRANSLATE_NOOP("Error", "Choose a document that is signed, or sign this one first.")},
    Row{C::ArchiveNotSeen, "archive-not-seen", K::Service,
        QT_TRANSLATE_NOOP("Error", "The service says that it added the archive time stamp, but its validation shows none in %1."),
        QT_TRANSLATE_NOOP("Error", "Have the document validated again before you add another one.")},
    Row{C::SessionEmpty, "session-empty", K::Service,
        QT_TRANSLATE_NOOP("Error", "The session holds no documents."),
        QT_TRANSLATE_NOOP("Error", "Check the identifier, or ask whoever gave you the session.")},
};
// clang-format on

constexpr bool rowsFollowTheEnumeration() {
    for (std::size_t i = 0; i < Rows.size(); ++i) {
        if (static_cast<std::size_t>(Rows[i].code) != i)
            return false;
    }
    return Rows.size() == static_cast<std::size_t>(ErrorCode::SessionEmpty) + 1;
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
    StageRow{Stage::Pick, "pick", QT_TRANSLATE_NOOP("Error", "Check that the session still exists and is yours.")},
    StageRow{Stage::Prepare, "prepare", QT_TRANSLATE_NOOP("Error", "Look at the session's documents: the service cannot prepare them for signing as they are.")},
    StageRow{Stage::Sign, "sign", nullptr},
    StageRow{Stage::Finalize, "finalize", QT_TRANSLATE_NOOP("Error", "The signature was not added. Sign this session again; if it stays so, send the details to support.")},
    StageRow{Stage::Confirm, "confirm", QT_TRANSLATE_NOOP("Error", "Look at the session's documents before you sign again.")},
};
// clang-format on

QString translated(const char* text, int count = -1) {
    return QCoreApplication::translate(Context, text, nullptr, count);
}

// In no text that a person sees: ownWords() are told from other arguments by it.
constexpr QChar OwnWordsMark(0x0001);

QString inLanguageOfTheMoment(const QString& argument) {
    if (!argument.startsWith(OwnWordsMark))
        return argument;
    const QByteArray context = argument.section(OwnWordsMark, 1, 1).toUtf8();
    const QByteArray source = argument.section(OwnWordsMark, 2).toUtf8();
    return QCoreApplication::translate(context.constData(), source.constData());
}

/** A reason, as systems and libraries word it, at the end of a sentence: with one full stop, and without a
 * colon before nothing. */
void closeWith(QString& sentence, QStringView reason) {
    static constexpr QLatin1StringView Colon(": ");
    if (reason.isEmpty() && sentence.endsWith(Colon))
        sentence.chop(Colon.size());
    sentence += reason.endsWith(u'.') ? reason.chopped(1) : reason;
}

/** %1 to %9 replaced in one pass: an argument that itself holds "%2" stays as it is, a missing one leaves
 * nothing. */
QString filledIn(const QString& text, const QStringList& arguments) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool mayBePlace = text[i] == u'%' && i + 1 < text.size();
        const int place = mayBePlace ? text[i + 1].digitValue() : 0;
        if (place < 1) {
            result += text[i];
            continue;
        }
        ++i;
        const QString argument = inLanguageOfTheMoment(arguments.value(place - 1));
        if (text.mid(i + 1) == u".")
            closeWith(result, argument.trimmed());
        else
            result += argument;
    }
    return result;
}

}  // namespace

QString ownWords(const char* context, const char* source) {
    return OwnWordsMark + QString::fromUtf8(context) + OwnWordsMark + QString::fromUtf8(source);
}

QString catalogSentence(ErrorCode code, const QStringList& arguments, std::optional<int> count) {
    const Row& row = rowOf(code);
    if (count && row.countedSentence != nullptr)
        return filledIn(translated(row.countedSentence, *count), arguments);
    return filledIn(translated(row.sentence), arguments);
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
