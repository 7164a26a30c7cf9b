#pragma once

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include "signing/SessionList.h"
#include "ui/operation/PlanText.h"

namespace signet::ui {

/**
 * The session list as a table, with a check mark at each row that can be part of the next run. New rows are
 * marked. The marks are the model's own; everything else is read from the list, which has to outlive the
 * model.
 */
class SessionTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, StateColumn, ResultColumn, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole,  ///< quint64
        SortRole,
        FilterRole,  ///< all that a person may search for
        StateRole,   ///< int of signing::SessionState
    };

    explicit SessionTableModel(signing::SessionList& sessions, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    const signing::SessionList& sessions() const { return m_sessions; }

    /** While locked, the marks cannot be changed: a batch is running over them. */
    void setLocked(bool locked);
    bool isLocked() const { return m_locked; }
    void setMarked(const QList<signing::SessionKey>& keys, bool marked);
    bool isMarked(signing::SessionKey key) const;
    /** What is to be done to whatever is marked: it decides what can be marked, and what each row says
     * beforehand. */
    void setIntent(const Intent& intent);
    const Intent& intent() const { return m_intent; }
    /** Marked and able to be part of the next run, in the order of the list. */
    QList<signing::SessionKey> marked() const;
    /** The same, and what the run would certainly fail for. */
    QList<signing::SessionKey> wanted() const;

    /** Every text once more, after a change of language. */
    void retranslate();

Q_SIGNALS:
    /** marked(), or what can be done with rows, may have changed; comes once for many changes, and while
     * locked only now and then. */
    void marksChanged();

private:
    QVariant titleData(const signing::Session& session, int role) const;
    QVariant stateData(const signing::Session& session, int role) const;
    QVariant resultData(const signing::Session& session, int role) const;
    QString rowText(const signing::Session& session) const;
    void refreshRow(int row);
    void announce();

    signing::SessionList& m_sessions;
    Intent m_intent;
    QSet<signing::SessionKey> m_unmarked;
    bool m_locked = false;
    QTimer m_announce;
};

}  // namespace signet::ui
