#include <QDir>
#include <QFile>
#include <cstdio>
#include <cstdlib>

#include "card/IdemiaEid.h"
#include "fuzz/AnsweringTransport.h"
#include "sandbox/card/CardPersonaliser.h"
#include "sandbox/card/VirtualReaders.h"

// Writes what virtual cards hold and answer, as seeds for the fuzzers: signet-fuzz-seeds FOLDER.
namespace {

using namespace signet;
using sandbox::CardPersonalisation;

struct Kind {
    CardPersonalisation personalisation;
    char atrIndex;  ///< in FuzzCard.cpp
};
constexpr Kind Kinds[] = {{CardPersonalisation::Cosmo8Rsa, 0},
                          {CardPersonalisation::Cosmo8Ec, 0},
                          {CardPersonalisation::CosmoXEc, 1},
                          {CardPersonalisation::EstonianCosmo8, 2},
                          {CardPersonalisation::EstonianCosmoX, 3}};

[[noreturn]] void giveUp(const QString& why) {
    std::fprintf(stderr, "signet-fuzz-seeds: %s\n", qPrintable(why));
    std::exit(EXIT_FAILURE);
}

template <typename T>
T need(base::Expected<T> value) {
    if (!value)
        giveUp(value.error().message() + u' ' + value.error().detail());
    return std::move(*value);
}

/** Files of one folder of seeds, numbered. */
class Folder {
public:
    Folder(const QString& parent, const QString& name) : m_path(parent + u'/' + name) {
        QDir(m_path).removeRecursively();
        if (!QDir().mkpath(m_path))
            giveUp(u"cannot make " + m_path);
    }
    void add(const QByteArray& bytes) {
        QFile file(m_path + u'/' + QString::number(++m_files));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            giveUp(u"cannot write " + file.fileName());
    }

private:
    QString m_path;
    int m_files = 0;
};

/** Passes everything on, and keeps the answers. */
class Recorder : public card::CardTransport {
public:
    Recorder(std::unique_ptr<card::CardTransport> wire, QList<QByteArray>& answers)
        : m_wire(std::move(wire)), m_answers(&answers) {}
    QByteArray atr() const override { return m_wire->atr(); }
    card::Expected<void> beginTransaction() override { return m_wire->beginTransaction(); }
    void endTransaction() override { m_wire->endTransaction(); }
    card::Expected<void> reconnect() override { return m_wire->reconnect(); }
    card::Expected<card::ResponseApdu> transmit(const card::CommandApdu& command) override {
        auto answer = m_wire->transmit(command);
        if (answer)
            m_answers->append(answer->encoded());
        return answer;
    }

private:
    std::unique_ptr<card::CardTransport> m_wire;
    QList<QByteArray>* m_answers;
};

/** What a card answers when it is read and signs as FuzzCard.cpp has it. */
QList<QByteArray> answersOf(const std::shared_ptr<sandbox::VirtualCard>& virtualCard, bool rsa) {
    const QString reader = sandbox::VirtualReaders::demoReaderName();
    sandbox::VirtualReaders readers;
    readers.insert(reader, virtualCard);
    QList<QByteArray> answers;
    card::KnownCards known;
    card::IdemiaEid driver(std::make_unique<Recorder>(need(readers.connect(reader)), answers), reader, known,
                           *card::IdemiaCountry::of(virtualCard->atr()));
    const auto transaction = need(card::CardTransaction::begin(driver));
    const auto contents = need(driver.read(transaction));
    driver.readPin2Tries(transaction);
    driver.openSigning(transaction);
    driver.verifyPin2(transaction, base::SecretBytes(QByteArrayView("123456")));
    const int length = rsa ? 32 : 48;
    need(driver.sign(transaction, *crypto::Digest::fromBytes(QByteArray(length, 'h'))));
    driver.leaveSigning(transaction);
    need(driver.readForSigning(transaction, contents.signingCertificate));
    need(driver.read(transaction));
    return answers;
}

QByteArray listOf(const QList<QByteArray>& answers) {
    QByteArray list;
    for (const QByteArray& answer : answers)
        list += test::AnsweringTransport::entry(answer);
    return list;
}

/** A folder for each of the fuzzers. */
struct Seeds {
    explicit Seeds(const QString& parent)
        : card(parent, QStringLiteral("Card")),
          certificate(parent, QStringLiteral("Certificate")),
          fci(parent, QStringLiteral("Fci")),
          pkcs15(parent, QStringLiteral("Pkcs15")),
          tlv(parent, QStringLiteral("Tlv")) {}
    Folder card;
    Folder certificate;
    Folder fci;
    Folder pkcs15;
    Folder tlv;
};

void addFiles(Seeds& seeds, const sandbox::CardIdentity& identity, CardPersonalisation personalisation) {
    const auto& plan = sandbox::planOf(personalisation);
    for (const auto& directory : sandbox::personalise(identity, plan, {})) {
        for (const sandbox::ElementaryFile& file : directory.files) {
            seeds.pkcs15.add(file.content);
            seeds.tlv.add(file.content);
        }
    }
    seeds.pkcs15.add(plan.atr);
    for (const auto* each : {&identity.signing, &identity.authentication}) {
        seeds.certificate.add(each->certificateDer);
        seeds.certificate.add(sandbox::certificatePem(each->certificateDer));
    }
}

void addAnswers(Seeds& seeds, const QList<QByteArray>& answers, char atrIndex) {
    constexpr char Endless = 0x04;
    constexpr qsizetype Few = 4;
    seeds.card.add(QByteArray(1, atrIndex) + listOf(answers));
    seeds.card.add(QByteArray(1, static_cast<char>(atrIndex | Endless)) + listOf(answers.first(Few)));
    for (qsizetype i = 0; i + Few < answers.size(); i += Few - 1) {
        seeds.fci.add(listOf(answers.mid(i, Few)));
        seeds.tlv.add(answers[i]);
    }
}

void addCard(Seeds& seeds, const Kind& kind, const sandbox::DemoPki& pki) {
    const sandbox::CardIdentity identity = need(pki.issueSampleCard(kind.personalisation));
    addFiles(seeds, identity, kind.personalisation);
    const bool rsa = kind.personalisation == CardPersonalisation::Cosmo8Rsa;
    addAnswers(seeds, answersOf(need(sandbox::VirtualCard::create(identity, kind.personalisation)), rsa),
               kind.atrIndex);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2)
        giveUp(QStringLiteral("usage: signet-fuzz-seeds FOLDER"));
    Seeds seeds(QFile::decodeName(argv[1]));
    const sandbox::DemoPki pki = need(sandbox::DemoPki::create());
    for (const Kind& kind : Kinds)
        addCard(seeds, kind, pki);
    for (const auto* each : {&pki.root(), &pki.timeStampAuthority(), &pki.ocspResponder(), &pki.tlsServer()})
        seeds.certificate.add(each->certificateDer);
    const auto seal = need(pki.issueSeal());
    seeds.certificate.add(seal.sealing.certificateDer);
    seeds.certificate.add(seal.sealing.certificateDer.toBase64());
    return EXIT_SUCCESS;
}
