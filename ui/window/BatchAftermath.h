#pragma once

#include <QObject>

#include "signing/BatchSummary.h"
#include "signing/SessionList.h"

namespace signet::ui {

class BatchRunner;
class DocumentLister;
class MessageBar;
class SessionTable;

/** What follows the end of a batch: a sentence about it, the first row with trouble, a look for the results;
 * and whether a window that was closed meanwhile has to come back. */
class BatchAftermath : public QObject {
    Q_OBJECT
public:
    struct Places {
        const signing::SessionList& sessions;
        SessionTable& table;
        DocumentLister& lister;
        MessageBar& messages;
    };

    BatchAftermath(const BatchRunner& runner, Places places, QObject* parent);

    /** The window has been closed before the end. */
    void closeWhenDone() { m_closeWhenDone = true; }
    void follow(const signing::BatchSummary& summary);

Q_SIGNALS:
    /** The window is closed, and all is well. */
    void closed();
    /** The window is closed, and there is something to be said. */
    void comebackWanted();

private:
    void tell(const signing::BatchSummary& summary);
    void showFirstTrouble();

    const BatchRunner& m_runner;
    Places m_places;
    bool m_closeWhenDone = false;
};

}  // namespace signet::ui
