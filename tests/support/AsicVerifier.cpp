#include "support/AsicVerifier.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QUrl>
#include <QXmlStreamReader>

#include "crypto/Certificate.h"
#include "sandbox/service/ZipArchive.h"
#include "support/ToolRun.h"

namespace signet::test {
namespace {

constexpr QStringView DsUri(u"http://www.w3.org/2000/09/xmldsig#");

/** What the other programs need of a signature's XML. */
struct SignatureContent {
    QSet<QString> covered;
    QList<QByteArray> keyInfoCertificates;
    QList<QByteArray> certificateValues;
    QList<QByteArray> timeStamps;  ///< over the signature value
    bool hasArchiveStamps = false;
    QList<QByteArray> ocspResponses;
    QByteArray signatureValueXml;  ///< the element alone, with its namespace declared
};

QByteArray base64Text(QXmlStreamReader& xml) {
    return QByteArray::fromBase64(xml.readElementText().toLatin1());
}

QByteArray signatureValueElement(QXmlStreamReader& xml) {
    const QString prefix = xml.prefix().toString();
    const QString name = xml.qualifiedName().toString();
    const QString id = xml.attributes().value(QLatin1StringView("Id")).toString();
    const QString declaration = prefix.isEmpty() ? u"xmlns"_qs : u"xmlns:"_qs + prefix;
    return u"<%1 %2=\"%3\" Id=\"%4\">%5</%1>"_qs.arg(name, declaration, DsUri, id, xml.readElementText())
        .toUtf8();
}

SignatureContent contentOf(const QByteArray& signatureXml) {
    SignatureContent content;
    QXmlStreamReader xml(signatureXml);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = xml.name();
        if (name == u"Reference")
            content.covered.insert(
                QUrl::fromPercentEncoding(xml.attributes().value(QLatin1StringView("URI")).toLatin1()));
        else if (name == u"SignatureValue")
            content.signatureValueXml = signatureValueElement(xml);
        else if (name == u"X509Certificate")
            content.keyInfoCertificates.append(base64Text(xml));
        else if (name == u"EncapsulatedX509Certificate")
            content.certificateValues.append(base64Text(xml));
        else if (name == u"ArchiveTimeStamp")
            content.hasArchiveStamps = true;
        else if (name == u"EncapsulatedTimeStamp" && !content.hasArchiveStamps)
            content.timeStamps.append(base64Text(xml));
        else if (name == u"EncapsulatedOCSPValue")
            content.ocspResponses.append(base64Text(xml));
    }
    return content;
}

QByteArray pemOf(const QByteArray& der) {
    return "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n";
}

class Verification {
public:
    Verification(const QByteArray& container, const QByteArray& caPem);
    AsicReport run();

private:
    void checkMimetype();
    bool unpack();
    void checkSignature(const QString& path);
    void checkTimeStamps(const SignatureContent& content);
    void checkArchiveStamps(const QString& path);
    void checkStamp(const QString& what, const QString& tokenFile, const QString& dataFile);
    void checkRevocation(const SignatureContent& content, const crypto::Certificate& signer);
    void problem(const QString& where, const QString& what) {
        m_report.problems.append(where + u": " + what);
    }
    QString scratch(const QString& name) const { return m_scratch.filePath(name); }

    QByteArray m_container;
    QTemporaryDir m_unpacked;
    QTemporaryDir m_scratch;
    AsicReport m_report;
};

Verification::Verification(const QByteArray& container, const QByteArray& caPem) : m_container(container) {
    writeFile(scratch(u"container.zip"_qs), container);
    writeFile(scratch(u"ca.pem"_qs), caPem);
}

AsicReport Verification::run() {
    checkMimetype();
    if (!unpack())
        return m_report;
    QStringList signatures;
    QDirIterator files(m_unpacked.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = QDir(m_unpacked.path()).relativeFilePath(files.next());
        if (name.startsWith(u"META-INF/") && name.contains(u"signatures"))
            signatures.append(name);
        else if (name != u"mimetype" && !name.startsWith(u"META-INF/"))
            m_report.files.append(name);
    }
    signatures.sort();
    m_report.files.sort();
    if (signatures.isEmpty())
        problem(u"container"_qs, u"no signature"_qs);
    for (const QString& path : signatures)
        checkSignature(path);
    return m_report;
}

void Verification::checkMimetype() {
    // EN 319 162-1, A.1: not compressed, not encrypted, first; so its name stands at 30 and its text at 38.
    const QByteArray expected = "mimetypeapplication/vnd.etsi.asic-e+zip";
    if (m_container.mid(30, expected.size()) != expected)
        problem(u"container"_qs, u"does not begin with its mimetype"_qs);
}

bool Verification::unpack() {
    const auto tested = runTool(u"unzip"_qs, {u"-tq"_qs, scratch(u"container.zip"_qs)}, m_scratch.path());
    const auto unpacked =
        runTool(u"unzip"_qs, {u"-qo"_qs, scratch(u"container.zip"_qs), u"-d"_qs, m_unpacked.path()},
                m_scratch.path());
    if (!tested.good || !unpacked.good)
        problem(u"unzip"_qs, tested.good ? unpacked.output : tested.output);
    return tested.good && unpacked.good;
}

void Verification::checkSignature(const QString& path) {
    const SignatureContent content = contentOf(readFile(m_unpacked.filePath(path)));
    const auto verified =
        runTool(u"xmlsec1"_qs,
                {u"--verify"_qs, u"--id-attr:Id"_qs, u"http://www.w3.org/2000/09/xmldsig#:Signature"_qs,
                 u"--id-attr:Id"_qs, u"http://uri.etsi.org/01903/v1.3.2#:SignedProperties"_qs,
                 u"--trusted-pem"_qs, scratch(u"ca.pem"_qs), path},
                m_unpacked.path());
    if (!verified.good)
        problem(u"xmlsec1 "_qs + path, verified.output);
    for (const QString& file : m_report.files) {
        if (!content.covered.contains(file))
            problem(path, u"does not cover "_qs + file);
    }
    const auto signer = crypto::Certificate::fromDer(content.keyInfoCertificates.value(0));
    if (!signer) {
        problem(path, u"no certificate of the signer"_qs);
        return;
    }
    m_report.signers.append(signer->commonName());
    checkTimeStamps(content);
    if (content.hasArchiveStamps)
        checkArchiveStamps(path);
    checkRevocation(content, *signer);
}

void Verification::checkTimeStamps(const SignatureContent& content) {
    if (content.timeStamps.isEmpty())
        problem(u"time stamp"_qs, u"missing"_qs);
    writeFile(scratch(u"value.xml"_qs), content.signatureValueXml);
    QProcess canonical;
    canonical.start(u"xmllint"_qs, {u"--exc-c14n"_qs, scratch(u"value.xml"_qs)});
    canonical.waitForFinished();
    writeFile(scratch(u"value.c14n"_qs), canonical.readAllStandardOutput());
    for (const QByteArray& token : content.timeStamps) {
        writeFile(scratch(u"token.der"_qs), token);
        checkStamp(u"openssl ts"_qs, u"token.der"_qs, u"value.c14n"_qs);
    }
}

void Verification::checkArchiveStamps(const QString& path) {
    const auto taken = runTool(u"python3"_qs,
                               {QStringLiteral(SIGNET_TEST_SUPPORT_DIR "/archive_stamps.py"),
                                m_unpacked.filePath(path), m_unpacked.path(), m_scratch.path()},
                               m_scratch.path());
    const int count = taken.output.trimmed().toInt();
    if (!taken.good || count == 0)
        problem(u"archive time stamps of "_qs + path, taken.output);
    for (int i = 0; i < count; ++i)
        checkStamp(u"openssl ts, archive"_qs, u"archive-%1.der"_qs.arg(i), u"archive-%1.data"_qs.arg(i));
    m_report.archiveStamps += count;
}

void Verification::checkStamp(const QString& what, const QString& tokenFile, const QString& dataFile) {
    const auto verified = runTool(u"openssl"_qs,
                                  {u"ts"_qs, u"-verify"_qs, u"-in"_qs, tokenFile, u"-token_in"_qs,
                                   u"-data"_qs, dataFile, u"-CAfile"_qs, u"ca.pem"_qs},
                                  m_scratch.path());
    if (!verified.good)
        problem(what, verified.output);
}

void Verification::checkRevocation(const SignatureContent& content, const crypto::Certificate& signer) {
    QByteArray issuer;
    QByteArray bundle = readFile(scratch(u"ca.pem"_qs));
    for (const QByteArray& der : content.certificateValues) {
        const auto certificate = crypto::Certificate::fromDer(der);
        bundle += pemOf(der);
        if (certificate && certificate->subject() == signer.issuer())
            issuer = der;
    }
    if (content.ocspResponses.isEmpty() || issuer.isEmpty()) {
        problem(u"revocation"_qs, u"no OCSP answer, or no certificate of the issuer"_qs);
        return;
    }
    writeFile(scratch(u"issuer.pem"_qs), pemOf(issuer));
    writeFile(scratch(u"signer.pem"_qs), pemOf(signer.der()));
    writeFile(scratch(u"bundle.pem"_qs), bundle);
    writeFile(scratch(u"ocsp.der"_qs), content.ocspResponses.first());
    const auto verified =
        runTool(u"openssl"_qs,
                {u"ocsp"_qs, u"-respin"_qs, u"ocsp.der"_qs, u"-issuer"_qs, u"issuer.pem"_qs, u"-cert"_qs,
                 u"signer.pem"_qs, u"-CAfile"_qs, u"bundle.pem"_qs, u"-no_nonce"_qs},
                m_scratch.path());
    if (!verified.good || !verified.output.contains(u"Response verify OK") ||
        !verified.output.contains(u"signer.pem: good"))
        problem(u"openssl ocsp"_qs, verified.output);
}

}  // namespace

AsicReport verifyContainer(const QByteArray& container, const QByteArray& caPem) {
    return Verification(container, caPem).run();
}

QByteArray replacedInContainer(const QByteArray& container, const QString& fileName, const QByteArray& from,
                               const QByteArray& to) {
    const auto entries = sandbox::unzip(container);
    if (!entries)
        return {};
    QList<sandbox::ZipEntry> changed = *entries;
    for (sandbox::ZipEntry& entry : changed) {
        if (entry.name == fileName)
            entry.bytes.replace(from, to);
    }
    return sandbox::zipWith({}, changed).value_or(QByteArray());
}

}  // namespace signet::test
