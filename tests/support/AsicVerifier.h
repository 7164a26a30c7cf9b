#pragma once

#include <QByteArray>
#include <QStringList>

namespace signet::test {

/** What programs that are not ours say about a container; `problems` is empty if all of them are content. */
struct AsicReport {
    QStringList problems;
    QStringList files;    ///< what the container holds besides mimetype and META-INF
    QStringList signers;  ///< the common name of each signature's certificate, in the order of the file names
    int archiveStamps = 0;  ///< of all signatures together
    bool isValid() const { return problems.isEmpty() && !signers.isEmpty(); }
    /** For QVERIFY2. */
    QByteArray text() const { return problems.join(u'\n').toUtf8(); }
};

/**
 * Unpacks an ASiC-E container and has every signature checked against the root `caPem`: unzip (the archive),
 * xmlsec1 (digests, signature value, chain), openssl ts (the time stamp over the signature value, and archive
 * time stamps over what a script of its own finds them to cover) and openssl ocsp (the revocation answer).
 * Also checks that the mimetype comes first and that every signature covers every file.
 */
AsicReport verifyContainer(const QByteArray& container, const QByteArray& caPem);

/** The container with `from` replaced by `to` in one of its files, packed anew: what a forger would do. */
QByteArray replacedInContainer(const QByteArray& container, const QString& fileName, const QByteArray& from,
                               const QByteArray& to);

}  // namespace signet::test
