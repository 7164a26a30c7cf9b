#include "ui/sessions/SessionTableModel.h"

#include <QDir>

#include "base/PrintableText.h"
#include "ui/common/Formatting.h"
#include "ui/sessions/SessionText.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Session;
using signing::SessionKey;

/** A run changes its rows all the time, and whoever listens looks at all of them. */
constexpr std::chrono::milliseconds WhileRunning{250};

QString titleToolTip(const Session& session) {
    QStringList lines;
    if (!session.file.isEmpty())
        lines += base::printable(QDir::toNativeSeparators(session.file));
    if (session.documentsBefore) {
        for (const auto& document : *session.documentsBefore)
            lines += base::printable(document.name);
    }
    if (session.id)
        lines += session.id->toString();
    // Tool tips guess at rich text: names from outside are never taken for it.
    return lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

}  // namespace

SessionTableModel::SessionTableModel(signing::SessionList& sessions, QObject* parent)
    : QAbstractTableModel(parent), m_sessions(sessions) {
    m_announce.setSingleShot(true);
    connect(&m_announce, &QTimer::timeout, this, &SessionTableModel::marksChanged);
    using List = signing::SessionList;
    connect(&sessions, &List::aboutToAdd, this,
            [this](int first, int count) { beginInsertRows({}, first, first + count - 1); });
    connect(&sessions, &List::added, this, [this] {
        endInsertRows();
        announce();
    });
    connect(&sessions, &List::aboutToRemove, this, [this](int row) {
        m_unmarked.remove(m_sessions.at(row).key);
        beginRemoveRows({}, row, row);
    });
    connect(&sessions, &List::removed, this, [this] {
        endRemoveRows();
        announce();
    });
    connect(&sessions, &List::changed, this, &SessionTableModel::refreshRow);
}

int SessionTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_sessions.size();
}

int SessionTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Session& session = m_sessions.at(index.row());
    switch (role) {
        case KeyRole:
            return session.key;
        case StateRole:
            return static_cast<int>(session.state);
        case FilterRole:
            return QString(titleText(session) + u'\n' + (session.id ? session.id->toString() : QString()) +
                           u'\n' + session.file + u'\n' + resultText(session));
        default:
            break;
    }
    switch (index.column()) {
        case TitleColumn:
            return titleData(session, role);
        case StateColumn:
            return stateData(session, role);
        default:
            return resultData(session, role);
    }
}

QVariant SessionTableModel::titleData(const Session& session, int role) const {
    switch (role) {
        case Qt::DisplayRole:
        case SortRole:
            return titleText(session);
        case Qt::ToolTipRole:
            return titleToolTip(session);
        case Qt::CheckStateRole:
            return canBePicked(session, m_intent.operation)
                       ? QVariant(isMarked(session.key) ? Qt::Checked : Qt::Unchecked)
                       : QVariant();
        case Qt::AccessibleTextRole:
            return QString(titleText(session) + u", "_s + stateText(session, m_intent));
        case Qt::AccessibleDescriptionRole:
            return base::printable(rowText(session));
        default:
            return {};
    }
}

QVariant SessionTableModel::stateData(const Session& session, int role) const {
    switch (role) {
        case Qt::DisplayRole:
            return stateText(session, m_intent);
        case Qt::DecorationRole:
            return stateIcon(session, m_intent);
        case SortRole:
            return static_cast<int>(session.state);
        default:
            return {};
    }
}

QVariant SessionTableModel::resultData(const Session& session, int role) const {
    switch (role) {
        case Qt::DisplayRole:
        case SortRole:
            return base::printable(rowText(session));
        case Qt::ToolTipRole: {
            const auto& error = session.error ? session.error : session.saveError;
            const bool isReady = session.state == signing::SessionState::Picked;
            const QString text = error     ? errorParagraph(*error)
                                 : isReady ? planSentences(session, m_intent)
                                           : rowText(session);
            return text.toHtmlEscaped();
        }
        default:
            return {};
    }
}

bool SessionTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    setMarked({m_sessions.at(index.row()).key}, value.toInt() == Qt::Checked);
    return true;
}

QVariant SessionTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case TitleColumn:
            return tr("Documents");
        case StateColumn:
            return tr("State");
        case ResultColumn:
            return tr("Result");
        default:
            return {};
    }
}

Qt::ItemFlags SessionTableModel::flags(const QModelIndex& index) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    Qt::ItemFlags result = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == TitleColumn && !m_locked &&
        canBePicked(m_sessions.at(index.row()), m_intent.operation))
        result |= Qt::ItemIsUserCheckable;
    return result;
}

void SessionTableModel::setLocked(bool locked) {
    m_locked = locked;
    m_announce.setInterval(locked ? WhileRunning : std::chrono::milliseconds(0));
    m_announce.stop();
    Q_EMIT marksChanged();
}

void SessionTableModel::setMarked(const QList<SessionKey>& keys, bool marked) {
    if (m_locked)
        return;
    for (const SessionKey key : keys) {
        const int row = m_sessions.rowOf(key);
        if (row < 0 || isMarked(key) == marked)
            continue;
        if (marked)
            m_unmarked.remove(key);
        else
            m_unmarked.insert(key);
        const QModelIndex changed = index(row, TitleColumn);
        Q_EMIT dataChanged(changed, changed, {Qt::CheckStateRole});
    }
    announce();
}

bool SessionTableModel::isMarked(SessionKey key) const {
    return !m_unmarked.contains(key);
}

void SessionTableModel::setIntent(const Intent& intent) {
    if (intent == m_intent)
        return;
    m_intent = intent;
    retranslate();
    announce();
}

QList<SessionKey> SessionTableModel::marked() const {
    QList<SessionKey> keys = wanted();
    keys.removeIf(
        [this](SessionKey key) { return obstacleFor(m_sessions.session(key), m_intent).has_value(); });
    return keys;
}

QList<SessionKey> SessionTableModel::wanted() const {
    QList<SessionKey> keys;
    for (int row = 0; row < m_sessions.size(); ++row) {
        const Session& session = m_sessions.at(row);
        if (canBePicked(session, m_intent.operation) && isMarked(session.key))
            keys += session.key;
    }
    return keys;
}

/** Before a run, what it will do; afterwards, what became of it. */
QString SessionTableModel::rowText(const Session& session) const {
    return session.state == signing::SessionState::Picked ? planOf(session, m_intent) : resultText(session);
}

void SessionTableModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_sessions.size() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_sessions.size() - 1, ColumnCount - 1));
}

void SessionTableModel::refreshRow(int row) {
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    announce();
}

void SessionTableModel::announce() {
    if (!m_announce.isActive())
        m_announce.start();
}

}  // namespace signet::ui
