#pragma once

#include <functional>
#include <optional>

#include "sandbox/pki/OcspResponder.h"
#include "sandbox/pki/TimeStampAuthority.h"
#include "sandbox/service/AsicContainer.h"

namespace signet::test {

/** Signs documents in process with keys of a demo's own, to be judged or spoilt afterwards. */
class SignatoryBench {
public:
    explicit SignatoryBench(sandbox::DemoPki pki = *sandbox::DemoPki::create());

    const sandbox::DemoPki& pki() const { return m_pki; }
    sandbox::OcspResponder& ocsp() { return m_ocsp; }

    sandbox::CardIdentity card(sandbox::CardPersonalisation personalisation,
                               const QString& givenName = QStringLiteral("ANNA")) const;
    /** The certificates and the revocation data of a signature by this card. */
    sandbox::LongTermEvidence evidence(const sandbox::CardIdentity& card) const;

    /** META-INF/signatures*.xml over these files; `longTerm` false: level B-T. */
    QByteArray xades(const QList<sandbox::DataFile>& files, const sandbox::CardIdentity& card,
                     int digestLength = 32, bool longTerm = true) const;
    /** The same with evidence of the caller's. */
    QByteArray xadesWith(const QList<sandbox::DataFile>& files, const sandbox::CardIdentity& card,
                         const sandbox::LongTermEvidence& evidence, int digestLength = 32) const;
    /** The PDF with one signature more. */
    QByteArray pades(const QByteArray& pdf, const sandbox::CardIdentity& card, bool longTerm = true,
                     int digestLength = 32) const;
    /** The PDF with a document time stamp. */
    QByteArray archived(const QByteArray& pdf, const sandbox::CardIdentity& card) const;

    static QByteArray container(const QList<sandbox::DataFile>& files, const QList<QByteArray>& signatures);

private:
    sandbox::DemoPki m_pki;
    sandbox::OcspResponder m_ocsp;
    sandbox::TimeStampAuthority m_stamps;
};

}  // namespace signet::test
