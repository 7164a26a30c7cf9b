#include "support/PdfJudge.h"

#include <openssl/cms.h>

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "crypto/Certificate.h"
#include "support/ToolRun.h"

namespace signet::test {
namespace {

/** What a signature dictionary holds, read from the bytes without any PDF library. */
struct SealBytes {
    bool isDocumentStamp = false;
    QByteArray covered;
    QByteArray contents;
};

QList<SealBytes> sealsOf(const QByteArray& pdf) {
    static const QRegularExpression form(u"/ByteRange\\s*\\[\\s*0\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*\\]"_qs);
    QList<SealBytes> seals;
    auto matches = form.globalMatch(QString::fromLatin1(pdf));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype begin = match.captured(1).toLongLong();
        const qsizetype end = match.captured(2).toLongLong();
        const QByteArray dictionary = pdf.mid(match.capturedStart() - 400, 400);
        seals.append({dictionary.lastIndexOf("ETSI.RFC3161") > dictionary.lastIndexOf(" obj"),
                      pdf.left(begin) + pdf.mid(end, match.captured(3).toLongLong()),
                      QByteArray::fromHex(pdf.mid(begin + 1, end - begin - 2))});
    }
    return seals;
}

QString valueIn(const QString& text, const QString& label) {
    const qsizetype begin = text.indexOf(label + u": "_qs);
    if (begin < 0)
        return {};
    const qsizetype valueBegin = begin + label.size() + 2;
    return text.mid(valueBegin, text.indexOf(u'\n', valueBegin) - valueBegin).trimmed();
}

QByteArray bytesOf(const ASN1_STRING* string) {
    return QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)),
                      ASN1_STRING_length(string));
}

/** The first signer's signature value, time stamp and certificate in a SignedData. */
struct CmsBytes {
    QByteArray signatureValue;
    QByteArray timeStamp;
    QByteArray signerDer;
    QList<QByteArray> certificates;
};

QByteArray derOf(X509* certificate) {
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(certificate, &out);
    return der;
}

CmsBytes cmsBytes(const QByteArray& der) {
    CmsBytes bytes;
    const auto* begin = reinterpret_cast<const unsigned char*>(der.constData());
    CMS_ContentInfo* cms = d2i_CMS_ContentInfo(nullptr, &begin, static_cast<long>(der.size()));
    CMS_SignerInfo* info = cms ? sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0) : nullptr;
    if (info && CMS_set1_signers_certs(cms, nullptr, 0) == 1) {
        bytes.signatureValue = bytesOf(CMS_SignerInfo_get0_signature(info));
        const int at = CMS_unsigned_get_attr_by_NID(info, NID_id_smime_aa_timeStampToken, -1);
        const ASN1_TYPE* token = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(info, at), 0);
        if (token)
            bytes.timeStamp = bytesOf(token->value.sequence);
        X509* signer = nullptr;
        CMS_SignerInfo_get0_algs(info, nullptr, &signer, nullptr, nullptr);
        bytes.signerDer = derOf(signer);
        STACK_OF(X509)* certificates = CMS_get1_certs(cms);
        for (int i = 0; i < sk_X509_num(certificates); ++i)
            bytes.certificates.append(derOf(sk_X509_value(certificates, i)));
        sk_X509_pop_free(certificates, X509_free);
    }
    CMS_ContentInfo_free(cms);
    return bytes;
}

class Judgement {
public:
    Judgement(const QByteArray& pdf, const QByteArray& caPem) : m_pdf(pdf) {
        writeFile(scratch(u"judged.pdf"_qs), pdf);
        writeFile(scratch(u"ca.pem"_qs), caPem);
        writeFile(scratch(u"bundle.pem"_qs), caPem);
    }

    PdfReport run() {
        check(u"qpdf"_qs, {u"--check"_qs, u"judged.pdf"_qs});
        askPdfsig();
        collectStore();
        for (const SealBytes& seal : sealsOf(m_pdf))
            seal.isDocumentStamp ? checkStamp(seal.contents, seal.covered) : checkSignature(seal);
        return m_report;
    }

private:
    QString scratch(const QString& name) const { return m_scratch.filePath(name); }
    void problem(const QString& where, const QString& what) {
        m_report.problems.append(where + u": " + what);
    }

    bool check(const QString& program, const QStringList& arguments) {
        const ToolResult result = runTool(program, arguments, m_scratch.path());
        if (!result.good)
            problem(program + u' ' + arguments.value(0), result.output);
        return result.good;
    }

    void askPdfsig();
    void collectStore();
    void checkSignature(const SealBytes& seal);
    void checkChain(const QByteArray& signerDer, const QList<QByteArray>& certificates);
    void checkStamp(const QByteArray& token, const QByteArray& data);
    void checkRevocation(const QByteArray& signerDer);

    QByteArray m_pdf;
    QTemporaryDir m_scratch;
    QString m_database = u"sql:"_qs + m_scratch.filePath(u"nss"_qs);
    QStringList m_storedCertificates;
    QStringList m_storedAnswers;
    PdfReport m_report;
};

void Judgement::askPdfsig() {
    QDir(m_scratch.path()).mkdir(u"nss"_qs);
    check(u"certutil"_qs, {u"-N"_qs, u"-d"_qs, m_database, u"--empty-password"_qs});
    check(u"certutil"_qs, {u"-A"_qs, u"-d"_qs, m_database, u"-n"_qs, u"root"_qs, u"-t"_qs, u"CT,C,C"_qs,
                           u"-i"_qs, u"ca.pem"_qs});
    const ToolResult result = runTool(
        u"pdfsig"_qs, {u"-nssdir"_qs, m_database, u"-no-ocsp"_qs, u"judged.pdf"_qs}, m_scratch.path());
    const QStringList parts = result.output.split(QRegularExpression(u"Signature #\\d+:\n"_qs)).mid(1);
    if (!result.good || parts.isEmpty())
        problem(u"pdfsig"_qs, result.output);
    for (const QString& part : parts) {
        const PdfVerdict verdict{
            valueIn(part, u"Signer Certificate Common Name"_qs), valueIn(part, u"Signature Type"_qs),
            valueIn(part, u"Signing Hash Algorithm"_qs),         valueIn(part, u"Signature Validation"_qs),
            valueIn(part, u"Certificate Validation"_qs),         part.contains(u"Total document signed"_qs)};
        // pdfsig of poppler 22 does not know document time stamps: openssl judges them.
        if (verdict.type == u"ETSI.RFC3161" || verdict.type == u"unknown") {
            ++m_report.documentStamps;
            continue;
        }
        m_report.signatures.append(verdict);
        if (!verdict.isGood())
            problem(u"pdfsig"_qs, part);
    }
}

void Judgement::collectStore() {
    static const QRegularExpression stream(u"obj\\n<< /Length (\\d+) >>\\nstream\\n"_qs);
    // Only the store's streams are written like this and hold DER.
    auto matches = stream.globalMatch(QString::fromLatin1(m_pdf));
    QByteArray bundle = readFile(scratch(u"bundle.pem"_qs));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QByteArray der = m_pdf.mid(match.capturedEnd(), match.captured(1).toLongLong());
        if (!der.startsWith('\x30'))
            continue;
        const bool isCertificate = crypto::Certificate::fromDer(der).has_value();
        QStringList& list = isCertificate ? m_storedCertificates : m_storedAnswers;
        list.append(u"stored%1.der"_qs.arg(match.capturedStart()));
        writeFile(scratch(list.last()), der);
        if (isCertificate)
            bundle += "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n";
    }
    writeFile(scratch(u"bundle.pem"_qs), bundle);
}

void Judgement::checkSignature(const SealBytes& seal) {
    writeFile(scratch(u"cms.der"_qs), seal.contents);
    writeFile(scratch(u"covered"_qs), seal.covered);
    check(u"openssl"_qs, {u"cms"_qs, u"-verify"_qs, u"-inform"_qs, u"DER"_qs, u"-in"_qs, u"cms.der"_qs,
                          u"-content"_qs, u"covered"_qs, u"-binary"_qs, u"-cades"_qs, u"-purpose"_qs,
                          u"any"_qs, u"-CAfile"_qs, u"ca.pem"_qs, u"-out"_qs, u"verified"_qs});
    const CmsBytes cms = cmsBytes(seal.contents);
    if (cms.timeStamp.isEmpty())
        problem(u"time stamp"_qs, u"missing"_qs);
    else
        checkStamp(cms.timeStamp, cms.signatureValue);
    checkChain(cms.signerDer, cms.certificates);
    checkRevocation(cms.signerDer);
}

void Judgement::checkChain(const QByteArray& signerDer, const QList<QByteArray>& certificates) {
    writeFile(scratch(u"signer.der"_qs), signerDer);
    QStringList arguments{u"-d"_qs, m_database, u"-pp"_qs, u"-u"_qs, u"4"_qs, u"signer.der"_qs};
    for (const QByteArray& der : certificates) {
        if (der == signerDer)
            continue;
        arguments.append(u"chain%1.der"_qs.arg(arguments.size()));
        writeFile(scratch(arguments.last()), der);
    }
    check(u"vfychain"_qs, arguments);
}

void Judgement::checkStamp(const QByteArray& token, const QByteArray& data) {
    writeFile(scratch(u"token.der"_qs), token);
    writeFile(scratch(u"stamped"_qs), data);
    check(u"openssl"_qs, {u"ts"_qs, u"-verify"_qs, u"-in"_qs, u"token.der"_qs, u"-token_in"_qs, u"-data"_qs,
                          u"stamped"_qs, u"-CAfile"_qs, u"ca.pem"_qs});
}

void Judgement::checkRevocation(const QByteArray& signerDer) {
    const auto signer = crypto::Certificate::fromDer(signerDer);
    for (const QString& issuerFile : m_storedCertificates) {
        const auto issuer = crypto::Certificate::fromDer(readFile(scratch(issuerFile)));
        if (!signer || issuer->subject() != signer->issuer())
            continue;
        for (const QString& answer : m_storedAnswers) {
            const ToolResult result =
                runTool(u"openssl"_qs,
                        {u"ocsp"_qs, u"-respin"_qs, answer, u"-issuer"_qs, issuerFile, u"-cert"_qs,
                         u"signer.der"_qs, u"-CAfile"_qs, u"bundle.pem"_qs, u"-no_nonce"_qs},
                        m_scratch.path());
            if (result.good && result.output.contains(u"Response verify OK") &&
                result.output.contains(u"signer.der: good")) {
                m_report.ocspSubjects.append(signer->commonName());
                return;
            }
        }
    }
}

}  // namespace

PdfReport judgePdf(const QByteArray& pdf, const QByteArray& caPem) {
    return Judgement(pdf, caPem).run();
}

QByteArray rewrittenByQpdf(const QByteArray& pdf, const QStringList& options) {
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"in.pdf"_qs), pdf);
    const ToolResult result =
        runTool(u"qpdf"_qs, options + QStringList{u"in.pdf"_qs, u"out.pdf"_qs}, folder.path());
    return result.good ? readFile(folder.filePath(u"out.pdf"_qs)) : QByteArray();
}

}  // namespace signet::test
