#pragma once

#include <QTest>
#include <memory>

#include "card/CardService.h"
#include "card/PcscReaders.h"
#include "sandbox/card/VpcdLink.h"
#include "support/DemoCards.h"
#include "support/PcscDaemon.h"

namespace signet::test {

/** A workbench: pcscd's first virtual reader, a card that goes in and out of it, and the product's
 * CardService. */
class PcscBench {
public:
    /** Another reader than vpcd's first: its name, and where its card connects. */
    struct Place {
        QString reader = PcscDaemon::firstReader();
        quint16 port = PcscDaemon::FirstPort;
    };

    explicit PcscBench(const card::CardLimits& limits = {}) : PcscBench(limits, Place()) {}
    /** The readers are those of pcscd, unless a test looks over their shoulder. */
    PcscBench(const card::CardLimits& limits, std::shared_ptr<card::CardReaders> readers)
        : PcscBench(limits, Place(), std::move(readers)) {}
    PcscBench(const card::CardLimits& limits, const Place& place,
              std::shared_ptr<card::CardReaders> readers = std::make_shared<card::PcscReaders>(QString()));

    /** Puts a fresh card in, and waits until the service has read it (or given it up). */
    std::shared_ptr<sandbox::VirtualCard> insert(sandbox::CardPersonalisation personalisation,
                                                 const sandbox::VirtualCardOptions& options = {});
    void insert(const std::shared_ptr<sandbox::VirtualCard>& card);
    void remove();  ///< and waits until the service has noticed

    card::CardService& service() { return *m_service; }
    sandbox::VpcdLink& link() { return m_link; }
    card::ReaderStatus status() const;
    bool waitForState(card::ReaderStatus::State state, int milliseconds = 10'000) const;

    /** As a batch does it. The certificate is the one that was read. */
    base::Expected<card::CardService::RunId> openRun(const char* pin2 = "123456", bool allowLastTry = false);
    /** The same with PIN2 typed on the reader. */
    base::Expected<card::CardService::RunId> openRunOnPad(bool allowLastTry = false);
    base::Expected<QByteArray> sign(card::CardService::RunId run, const crypto::Digest& digest,
                                    int milliseconds = 60'000);
    base::Expected<void> closeRun(card::CardService::RunId run);

    /** The signature as SignAPI takes it (EC: DER), checked against the card's certificate. */
    static bool fits(const crypto::Certificate& certificate, const crypto::Digest& digest,
                     const QByteArray& signature);

    template <typename T>
    static base::Expected<T> wait(const QFuture<base::Expected<T>>& future, int milliseconds = 60'000) {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, milliseconds))
            return base::fail(base::ErrorCode::InternalError, QStringList(),
                              QStringLiteral("the future does not end"));
        return future.result();
    }

private:
    const QString m_reader;
    sandbox::VpcdLink m_link;
    std::unique_ptr<card::CardService> m_service;
};

/** The stable name of what went wrong; empty if nothing did. */
template <typename T>
QString codeOf(const base::Expected<T>& result) {
    return result ? QString() : base::toString(result.error().code());
}

/** Distinct digests of `length` bytes. */
crypto::Digest digestNumber(int number, int length);

}  // namespace signet::test
