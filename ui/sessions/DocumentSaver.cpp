#include "ui/sessions/DocumentSaver.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "ui/common/UiSettings.h"
#include "ui/common/WhenDone.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

using signing::Session;

DocumentSaver::DocumentSaver(signing::SessionList& sessions, signing::ServiceDesk& service,
                             UiSettings& settings, QWidget* window)
    : QObject(window), m_sessions(sessions), m_service(service), m_settings(settings), m_window(window) {}

bool DocumentSaver::canSave(const Session& session) {
    return session.id && session.state == signing::SessionState::Finalized;
}

void DocumentSaver::ask(const QList<signing::SessionKey>& keys) {
    auto left = std::make_shared<qsizetype>(1);
    const auto oneLess = [this, keys, left] {
        if (--*left == 0)
            askNow(keys);
    };
    for (const signing::SessionKey key : keys) {
        const Session& session = m_sessions.session(key);
        if (!canSave(session) || !session.results.isEmpty())
            continue;
        ++*left;
        lookUp(key, oneLess);
    }
    oneLess();
}

void DocumentSaver::lookUp(signing::SessionKey key, const std::function<void()>& done) {
    const base::SessionId id = *m_sessions.session(key).id;
    whenDone(m_service.listDocuments(id), this,
             [this, key, done](const base::Expected<QList<signing::Document>>& now) {
                 if (!now)
                     Q_EMIT failed(now.error());
                 else if (m_sessions.rowOf(key) >= 0)
                     m_sessions.update(key, [&now](Session& session) {
                         const auto before = session.documentsBefore.value_or(QList<signing::Document>());
                         session.results = signing::newDocuments(before, *now);
                     });
                 done();
             });
}

void DocumentSaver::askNow(const QList<signing::SessionKey>& keys) {
    QList<Wish> wishes;
    for (const signing::SessionKey key : keys) {
        const Session& session = m_sessions.session(key);
        if (!canSave(session))
            continue;
        for (const signing::Document& document : session.results)
            wishes += Wish{key, document};
    }
    if (wishes.size() == 1)
        askForName(wishes.first());
    else if (!wishes.isEmpty())
        askForFolder(wishes);
}

void DocumentSaver::askForName(const Wish& wish) {
    auto* dialog = new QFileDialog(m_window, tr("Save the signed document"), m_settings.lastFolder());
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // nothing is ever overwritten
    dialog->selectFile(QFileInfo(wish.document.name).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, wish](const QString& path) {
        Wish named = wish;
        named.document.name = QFileInfo(path).fileName();
        save(named, QFileInfo(path).absolutePath());
    });
    dialog->show();
}

void DocumentSaver::askForFolder(const QList<Wish>& wishes) {
    auto* dialog = new QFileDialog(m_window, tr("Save the signed documents in"), m_settings.lastFolder());
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, wishes](const QString& folder) {
        for (const Wish& wish : wishes)
            save(wish, folder);
    });
    dialog->show();
}

void DocumentSaver::save(const Wish& wish, const QString& folder) {
    m_settings.setLastFolder(folder);
    const Session& session = m_sessions.session(wish.key);
    if (!canSave(session))
        return;
    whenDone(m_service.save(*session.id, wish.document, folder), this,
             [this, key = wish.key](const base::Expected<QString>& path) {
                 if (!path) {
                     Q_EMIT failed(path.error());
                     return;
                 }
                 if (m_sessions.rowOf(key) >= 0) {
                     m_sessions.update(key, [&](Session& changed) {
                         changed.savedAs = *path;
                         changed.saveError.reset();
                     });
                 }
                 Q_EMIT saved(*path);
             });
}

}  // namespace signet::ui
