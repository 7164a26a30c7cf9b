#pragma once

#include <QList>
#include <QObject>

#include "signing/Operation.h"

class QAction;
class QKeySequence;
class QMenu;
class QMenuBar;

namespace signet::ui {

class ResultFormMenu;

/** Everything that can be done in the window, once: with its words, its keys and its place in the menus. */
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QMenuBar& bar);

    QAction* addFiles;
    QAction* addFolder;
    QAction* addIdentifiers;
    QAction* addSamples;
    QAction* quit;
    QAction* copy;
    QAction* copyIdentifiers;
    QAction* find;
    QAction* toggleMarks;
    QAction* markAll;
    QAction* markNone;
    QAction* remove;
    QAction* removeSigned;
    QAction* sign;        ///< begins whatever is chosen
    QAction* chooseSign;  ///< this and the next two: what is to be done
    QAction* chooseSeal;
    QAction* chooseArchive;
    QAction* checkSignatures;
    QAction* stop;
    QAction* saveAs;
    QAction* openDocument;
    QAction* openFolder;
    QAction* unfinished;
    QAction* history;
    QAction* pins;
    QAction* profiles;
    QAction* settings;
    QAction* toggleCard;
    QAction* checkup;
    QAction* about;

    /** Earlier sessions; filled by the window when it is about to be opened. */
    QMenu* recent() const { return m_recent; }
    /** What is to be made of the selected sessions alone. */
    ResultFormMenu& resultForm() const { return *m_resultForm; }
    /** The words of `sign` for what is chosen. */
    void setOperation(signing::Operation operation);
    /** What can be done with rows, in the order of a context menu. */
    QList<QAction*> forRows() const;
    void retranslate();

private:
    QAction* make(const char* name, const QKeySequence& keys);

    signing::Operation m_operation = signing::Operation::Sign;
    QMenu* m_file;
    QMenu* m_recent;
    QMenu* m_edit;
    ResultFormMenu* m_resultForm;
    QMenu* m_sign;
    QMenu* m_tools;
    QMenu* m_help;
};

}  // namespace signet::ui
