#include "sandbox/pki/DemoPki.h"

#include <openssl/pem.h>

#include <mutex>
#include <optional>

#include "sandbox/pki/CertificateBuilder.h"

namespace signet::sandbox {
namespace {

const QString Country = QStringLiteral("LV");
const QString Organisation = QStringLiteral("Signet paraugs");

QList<NamePart> serviceName(const QString& commonName) {
    return {{"C", Country}, {"O", Organisation}, {"CN", commonName}};
}

CertificateBuilder authorityCertificate(const QString& commonName, const QByteArray& basicConstraints) {
    CertificateBuilder builder;
    builder.subject(serviceName(commonName))
        .years(10)
        .extension(NID_basic_constraints, basicConstraints)
        .extension(NID_key_usage, "critical,keyCertSign,cRLSign")
        .extension(NID_subject_key_identifier, "hash")
        .extension(NID_authority_key_identifier, "keyid");
    return builder;
}

CertificateBuilder endEntityCertificate(const QList<NamePart>& subject, const QByteArray& keyUsage) {
    CertificateBuilder builder;
    builder.subject(subject)
        .extension(NID_basic_constraints, "CA:FALSE")
        .extension(NID_key_usage, "critical," + keyUsage)
        .extension(NID_subject_key_identifier, "hash")
        .extension(NID_authority_key_identifier, "keyid");
    return builder;
}

Expected<KeyAndCertificate> issueWithNewKey(const CertificateBuilder& builder, KeyKind kind,
                                            const KeyAndCertificate* issuer) {
    const auto key = makeKey(kind);
    if (!key)
        return tl::unexpected(key.error());
    return builder.issue(*key, issuer);
}

}  // namespace

QString countryOf(CardPersonalisation personalisation) {
    const bool estonian = personalisation == CardPersonalisation::EstonianCosmo8 ||
                          personalisation == CardPersonalisation::EstonianCosmoX;
    return estonian ? QStringLiteral("EE") : Country;
}

struct DemoPki::Data {
    QByteArray ocspUrl;
    KeyAndCertificate root;
    KeyAndCertificate issuer;
    KeyAndCertificate timeStampAuthority;
    KeyAndCertificate ocspResponder;
    KeyAndCertificate tlsServer;
    mutable std::once_flag centralOnce;
    mutable std::optional<Expected<KeyAndCertificate>> central;
};

DemoPki::DemoPki(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

Expected<DemoPki> DemoPki::create(const QByteArray& ocspUrl) {
    auto data = std::make_shared<Data>();
    data->ocspUrl = ocspUrl;
    struct Step {
        KeyAndCertificate* place;
        KeyKind kind;
        const KeyAndCertificate* issuer;
        CertificateBuilder builder;
    };
    const QList<Step> steps{
        {&data->root, KeyKind::P384, nullptr,
         authorityCertificate(u"Signet paraugs: sakne"_qs, "critical,CA:TRUE")},
        {&data->issuer, KeyKind::P384, &data->root,
         authorityCertificate(u"Signet paraugs: eID izdevējs"_qs, "critical,CA:TRUE,pathlen:0")},
        {&data->timeStampAuthority, KeyKind::P256, &data->root,
         endEntityCertificate(serviceName(u"Signet paraugs: laika zīmogs"_qs), "digitalSignature")
             .extension(NID_ext_key_usage, "critical,timeStamping")},
        {&data->ocspResponder, KeyKind::P256, &data->issuer,
         endEntityCertificate(serviceName(u"Signet paraugs: OCSP"_qs), "digitalSignature")
             .extension(NID_ext_key_usage, "OCSPSigning")
             .extension(NID_id_pkix_OCSP_noCheck, "ignored")},
        {&data->tlsServer, KeyKind::P256, &data->root,
         endEntityCertificate(serviceName(u"localhost"_qs), "digitalSignature")
             .years(1)
             .extension(NID_ext_key_usage, "serverAuth")
             .extension(NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1")},
    };
    for (const Step& step : steps) {
        auto issued = issueWithNewKey(step.builder, step.kind, step.issuer);
        if (!issued)
            return tl::unexpected(issued.error());
        *step.place = *issued;
    }
    return DemoPki(data);
}

Expected<CardIdentity> DemoPki::issueCard(CardPersonalisation personalisation, const QString& givenName,
                                          const QString& surname, const QString& personalCode,
                                          const CertificateTerms& terms) const {
    const KeyKind kind = personalisation == CardPersonalisation::Cosmo8Rsa ? KeyKind::Rsa2048 : KeyKind::P384;
    const QString country = countryOf(personalisation);
    const bool estonian = country != Country;
    const QString commonName = estonian ? QString(surname + u',' + givenName + u',' + personalCode)
                                        : QString(givenName + u' ' + surname);
    const QList<NamePart> subject{{"C", country},
                                  {"CN", commonName},
                                  {"SN", surname},
                                  {"GN", givenName},
                                  {"serialNumber", u"PNO" + country + u'-' + personalCode}};
    const QByteArray loginUsage = estonian ? "digitalSignature,keyAgreement" : "digitalSignature";
    const QByteArray loginPurposes = estonian ? "critical,clientAuth,emailProtection" : "clientAuth";
    const QByteArray ocsp = "OCSP;URI:" + m_data->ocspUrl;
    // Policies: EN 319 411-1 NCP+ and EN 319 411-2 QCP-n-qscd.
    const auto authentication = issueWithNewKey(endEntityCertificate(subject, loginUsage)
                                                    .validity(terms.validFrom, terms.validUntil)
                                                    .extension(NID_ext_key_usage, loginPurposes)
                                                    .extension(NID_certificate_policies, "0.4.0.2042.1.2")
                                                    .extension(NID_info_access, ocsp),
                                                kind, &m_data->issuer);
    if (!authentication)
        return tl::unexpected(authentication.error());
    CertificateBuilder forSigning =
        endEntityCertificate(subject, "nonRepudiation")
            .validity(terms.validFrom, terms.validUntil)
            .extension(NID_certificate_policies, terms.qualified ? "0.4.0.194112.1.2" : "0.4.0.2042.1.2")
            .extension(NID_info_access, ocsp);
    if (terms.qualified)
        forSigning.qualifiedForSignatures();
    const auto signing = issueWithNewKey(forSigning, kind, &m_data->issuer);
    if (!signing)
        return tl::unexpected(signing.error());
    return CardIdentity{givenName, surname, personalCode, *authentication, *signing};
}

Expected<CardIdentity> DemoPki::issueSampleCard(CardPersonalisation personalisation,
                                                const CertificateTerms& terms) const {
    if (countryOf(personalisation) != Country)
        return issueCard(personalisation, QStringLiteral("KADRI-LIIS"), QStringLiteral("NÄIDIS"),
                         QStringLiteral("48001010005"), terms);
    return issueCard(personalisation, QStringLiteral("ANDRIS"), QStringLiteral("PARAUDZIŅŠ"),
                     QStringLiteral("010180-12345"), terms);
}

Expected<SealIdentity> DemoPki::issueSeal(const QString& organisation, const QString& registrationNumber,
                                          KeyKind kind) const {
    const QList<NamePart> subject{{"C", Country},
                                  {"O", organisation},
                                  {"organizationIdentifier", u"NTRLV-" + registrationNumber},
                                  {"CN", organisation}};
    const QByteArray ocsp = "OCSP;URI:" + m_data->ocspUrl;
    // Policies: EN 319 411-2 QCP-l, and EN 319 411-1 NCP for what only authenticates.
    const auto sealing = issueWithNewKey(endEntityCertificate(subject, "nonRepudiation")
                                             .extension(NID_certificate_policies, "0.4.0.194112.1.1")
                                             .extension(NID_info_access, ocsp)
                                             .qualifiedForSeals(),
                                         kind, &m_data->issuer);
    if (!sealing)
        return tl::unexpected(sealing.error());
    const auto authentication = issueWithNewKey(endEntityCertificate(subject, "digitalSignature")
                                                    .extension(NID_ext_key_usage, "clientAuth")
                                                    .extension(NID_certificate_policies, "0.4.0.2042.1.1")
                                                    .extension(NID_info_access, ocsp),
                                                KeyKind::P256, &m_data->issuer);
    if (!authentication)
        return tl::unexpected(authentication.error());
    return SealIdentity{organisation, registrationNumber, *sealing, *authentication};
}

Expected<KeyAndCertificate> DemoPki::centralKey() const {
    std::call_once(m_data->centralOnce, [data = m_data.get()] {
        data->central = issueWithNewKey(endEntityCertificate(serviceName(u"Signet paraugs: SignAPI"_qs),
                                                             "digitalSignature,keyEncipherment")
                                            .extension(NID_ext_key_usage, "clientAuth"),
                                        KeyKind::Rsa2048, &data->root);
    });
    return *m_data->central;
}

const KeyAndCertificate& DemoPki::root() const {
    return m_data->root;
}

const KeyAndCertificate& DemoPki::issuer() const {
    return m_data->issuer;
}

const KeyAndCertificate& DemoPki::timeStampAuthority() const {
    return m_data->timeStampAuthority;
}

const KeyAndCertificate& DemoPki::ocspResponder() const {
    return m_data->ocspResponder;
}

const KeyAndCertificate& DemoPki::tlsServer() const {
    return m_data->tlsServer;
}

QByteArray DemoPki::rootPem() const {
    return certificatePem(m_data->root.certificateDer);
}

QByteArray certificatePem(const QByteArray& der) {
    const X509Ptr certificate = parseCertificate(der);
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!certificate || !memory || PEM_write_bio_X509(memory.get(), certificate.get()) != 1)
        return {};
    return bytesOf(memory.get());
}

QByteArray publicKeyPem(EVP_PKEY* key) {
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!memory || PEM_write_bio_PUBKEY(memory.get(), key) != 1)
        return {};
    return bytesOf(memory.get());
}

QByteArray privateKeyPem(EVP_PKEY* key) {
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!memory || PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return bytesOf(memory.get());
}

}  // namespace signet::sandbox
