#pragma once

#include <QTreeView>
#include <optional>

#include "signing/Session.h"

namespace signet::ui {

class SessionFilterProxy;
class SessionTableModel;

/** The rows: which of them are selected, their keys (Space marks, Delete removes), and what is copied of
 * them. */
class SessionTable : public QTreeView {
    Q_OBJECT
public:
    /** Shows `model` through `proxy`. */
    SessionTable(SessionTableModel& model, SessionFilterProxy& proxy, QWidget* parent = nullptr);

    /** The selected row, if there is just one. */
    std::optional<signing::SessionKey> current() const;
    QList<signing::SessionKey> selected() const;
    /** Of the rows that are shown at the moment. */
    void markAll(bool marked);
    void toggleSelected();
    void copySelected() const;
    void selectKey(signing::SessionKey key);

Q_SIGNALS:
    void rowsSelected();
    void removalWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    SessionTableModel& m_model;
    SessionFilterProxy& m_proxy;
};

}  // namespace signet::ui
