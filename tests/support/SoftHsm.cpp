#include "support/SoftHsm.h"

#include <openssl/bio.h>
#include <openssl/pem.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "support/ToolRun.h"

namespace signet::test {
namespace {

QByteArray pkcs8(EVP_PKEY* key) {
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> out(BIO_new(BIO_s_mem()), &BIO_free_all);
    PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char* bytes = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

QString findModule() {
    for (const char* place :
         {"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib64/pkcs11/libsofthsm2.so"}) {
        if (QFile::exists(QString::fromLatin1(place)))
            return QString::fromLatin1(place);
    }
    return {};
}

}  // namespace

SoftHsm::SoftHsm() : m_module(findModule()) {
    if (m_module.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("softhsm2-util")).isEmpty())
        m_problem = QStringLiteral("SoftHSM is not installed (Debian: package softhsm2).");
    else if (QStandardPaths::findExecutable(QStringLiteral("pkcs11-tool")).isEmpty())
        m_problem = QStringLiteral("pkcs11-tool is not installed (Debian: package opensc).");
    const QString configuration = m_folder.filePath(QStringLiteral("softhsm2.conf"));
    QDir(m_folder.path()).mkdir(QStringLiteral("tokens"));
    writeFile(configuration, QString(u"directories.tokendir = " % m_folder.path() %
                                     u"/tokens\nobjectstore.backend = file\nlog.level = ERROR\n")
                                 .toUtf8());
    qputenv("SOFTHSM2_CONF", configuration.toUtf8());
    qputenv("SIGNET_TEST_MODULE_BEHIND", m_module.toUtf8());
    qputenv("SIGNET_TEST_MODULE_ORDERS", m_folder.filePath(QStringLiteral("orders")).toUtf8());
}

QString SoftHsm::addToken(const QString& label, const sandbox::CardIdentity& identity, const QString& pin) {
    const ToolResult made =
        runTool(QStringLiteral("softhsm2-util"),
                {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), label,
                 QStringLiteral("--so-pin"), QStringLiteral("87654321"), QStringLiteral("--pin"), pin},
                m_folder.path());
    if (!made.good)
        return made.output;
    const QString problem = addKey(label, pin, identity.authentication, QStringLiteral("01"));
    return problem.isEmpty() ? addKey(label, pin, identity.signing, QStringLiteral("02")) : problem;
}

QString SoftHsm::addKey(const QString& label, const QString& pin, const sandbox::KeyAndCertificate& own,
                        const QString& id) {
    const QString key = m_folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = m_folder.filePath(QStringLiteral("certificate.der"));
    writeFile(key, pkcs8(own.key.get()));
    writeFile(certificate, own.certificateDer);
    const ToolResult imported = runTool(
        QStringLiteral("softhsm2-util"),
        {QStringLiteral("--import"), key, QStringLiteral("--token"), label, QStringLiteral("--label"), id,
         QStringLiteral("--id"), id, QStringLiteral("--no-public-key"), QStringLiteral("--pin"), pin},
        m_folder.path());
    if (!imported.good)
        return imported.output;
    const ToolResult written =
        runTool(QStringLiteral("pkcs11-tool"),
                {QStringLiteral("--module"), m_module, QStringLiteral("--token-label"), label,
                 QStringLiteral("--login"), QStringLiteral("--pin"), pin, QStringLiteral("--write-object"),
                 certificate, QStringLiteral("--type"), QStringLiteral("cert"), QStringLiteral("--id"), id,
                 QStringLiteral("--label"), id},
                m_folder.path());
    return written.good ? QString() : written.output;
}

QString SoftHsm::unrulyModule() {
    return QStringLiteral(SIGNET_UNRULY_MODULE);
}

void SoftHsm::order(const QByteArray& orders) {
    writeFile(m_folder.filePath(QStringLiteral("orders")), orders);
    QFile::remove(m_folder.filePath(QStringLiteral("orders.calls")));
}

QList<QByteArray> SoftHsm::calls() const {
    QList<QByteArray> lines = readFile(m_folder.filePath(QStringLiteral("orders.calls"))).split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

}  // namespace signet::test
