#include "signing/journal/Retention.h"

#include <QFutureWatcher>

#include "signing/journal/Journal.h"

namespace signet::signing {

void removeOld(const std::shared_ptr<Journal>& journal) {
    auto* watcher = new QFutureWatcher<base::Expected<int>>();
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, journal] {
        watcher->deleteLater();
        const base::Expected<int> days = watcher->result();
        if (days && *days > 0)
            journal->removeBefore(QDateTime::currentDateTimeUtc().addDays(-*days));
    });
    watcher->setFuture(journal->keepDays());
}

}  // namespace signet::signing
