#include "support/PcscBench.h"

#include "crypto/EcdsaSignature.h"
#include "crypto/SignatureCheck.h"

namespace signet::test {

using State = card::ReaderStatus::State;

namespace {

constexpr int FieldSize = 48;
constexpr int Patience = 10'000;

}  // namespace

PcscBench::PcscBench(const card::CardLimits& limits, const Place& place,
                     std::shared_ptr<card::CardReaders> readers)
    : m_reader(place.reader),
      m_link({QStringLiteral("127.0.0.1"), place.port}),
      m_service(std::make_unique<card::CardService>(std::move(readers), limits)) {
    if (!QTest::qWaitFor([this] { return m_service->isSettled(); }, Patience))
        qWarning("the first listing of readers does not end");
}

std::shared_ptr<sandbox::VirtualCard> PcscBench::insert(sandbox::CardPersonalisation personalisation,
                                                        const sandbox::VirtualCardOptions& options) {
    auto card = demoCard(personalisation, options);
    insert(card);
    return card;
}

void PcscBench::insert(const std::shared_ptr<sandbox::VirtualCard>& card) {
    m_link.insert(card);
    if (!QTest::qWaitFor(
            [this] { return status().state == State::Usable || status().state == State::Unusable; },
            Patience))
        qWarning("the card is not read");
    if (const auto problem = status().problem)
        qInfo("the card cannot be used: %s (%s)", qPrintable(problem->publicCode()),
              qPrintable(problem->detail()));
}

void PcscBench::remove() {
    m_link.remove();
    waitForState(State::Empty);
}

card::ReaderStatus PcscBench::status() const {
    for (const card::ReaderStatus& each : m_service->readers()) {
        if (each.name == m_reader)
            return each;
    }
    return {};
}

bool PcscBench::waitForState(State state, int milliseconds) const {
    return QTest::qWaitFor([this, state] { return status().state == state; }, milliseconds);
}

base::Expected<card::CardService::RunId> PcscBench::openRun(const char* pin2, bool allowLastTry) {
    const auto contents = status().contents;
    if (!contents)
        return base::fail(base::ErrorCode::NoUsableCard);
    return wait(m_service->openRun({m_reader, contents->signingCertificate,
                                    base::SecretBytes(QByteArrayView(pin2)), false, allowLastTry}));
}

base::Expected<card::CardService::RunId> PcscBench::openRunOnPad(bool allowLastTry) {
    const auto contents = status().contents;
    if (!contents)
        return base::fail(base::ErrorCode::NoUsableCard);
    return wait(m_service->openRun(
        {m_reader, contents->signingCertificate, base::SecretBytes(), true, allowLastTry}));
}

base::Expected<QByteArray> PcscBench::sign(card::CardService::RunId run, const crypto::Digest& digest,
                                           int milliseconds) {
    return wait(m_service->sign(run, digest, {}), milliseconds);
}

base::Expected<void> PcscBench::closeRun(card::CardService::RunId run) {
    return wait(m_service->closeRun(run));
}

bool PcscBench::fits(const crypto::Certificate& certificate, const crypto::Digest& digest,
                     const QByteArray& signature) {
    if (certificate.keyType() == crypto::KeyType::Rsa)
        return crypto::checkSignature(certificate, digest, signature).has_value();
    const auto ecdsa = crypto::EcdsaSignature::fromRaw(signature, FieldSize);
    return ecdsa && crypto::checkSignature(certificate, digest, ecdsa->der());
}

crypto::Digest digestNumber(int number, int length) {
    QByteArray bytes(length, '\x5A');
    bytes[0] = static_cast<char>(number);
    return *crypto::Digest::fromBytes(bytes);
}

}  // namespace signet::test
