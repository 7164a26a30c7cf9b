#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace signet::test {

/** What pdfsig says about one signature field. */
struct PdfVerdict {
    QString signer;         ///< the certificate's common name
    QString type;           ///< SubFilter: "ETSI.CAdES.detached", "ETSI.RFC3161"
    QString hashAlgorithm;  ///< "SHA-256"
    QString signature;      ///< "Signature is Valid."
    QString certificate;    ///< for people only: poppler 22 reports NSS's last error, also after success
    bool coversAll = false;
    bool isGood() const { return signature == QLatin1StringView("Signature is Valid."); }
};

/** What programs that are not ours say about a signed PDF; `problems` is empty if all of them are content. */
struct PdfReport {
    QStringList problems;
    QList<PdfVerdict> signatures;  ///< without document time stamps, in the order in which they were made
    int documentStamps = 0;
    QStringList
        ocspSubjects;  ///< common names of the signers for whom openssl found a good answer in the DSS
    bool isValid() const { return problems.isEmpty() && !signatures.isEmpty(); }
    /** Level B-LT: an OCSP answer for each signer. */
    bool isLongTerm() const { return isValid() && ocspSubjects.size() == signatures.size(); }
    /** For QVERIFY2. */
    QByteArray text() const { return problems.join(u'\n').toUtf8(); }
};

/**
 * Has every signature of a PDF checked against the root `caPem`: qpdf (structure), pdfsig with an NSS
 * database of the root (digest, signature value, chain), openssl cms (the same once more), openssl ts (time
 * stamps of signatures and of the document) and openssl ocsp (the DSS's answers).
 */
PdfReport judgePdf(const QByteArray& pdf, const QByteArray& caPem);

/** Makes the PDF anew with qpdf's `options`, such as --object-streams=generate. */
QByteArray rewrittenByQpdf(const QByteArray& pdf, const QStringList& options);

}  // namespace signet::test
