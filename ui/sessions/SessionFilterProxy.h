#pragma once

#include <QSortFilterProxyModel>

namespace signet::ui {

/** Sorts the session table, and shows only the rows that a person looks for. */
class SessionFilterProxy : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Which { All, ToSign, Signed, Troubled };

    explicit SessionFilterProxy(QObject* parent = nullptr);

    /** Every word has to be found somewhere in the row, in any case of letters. */
    void setText(const QString& text);
    void setWhich(Which which);
    bool isFiltering() const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    bool acceptsState(int state) const;

    QStringList m_words;
    Which m_which = Which::All;
};

}  // namespace signet::ui
