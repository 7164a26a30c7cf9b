#pragma once

#include <QObject>
#include <functional>

#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"

class QWidget;

namespace signet::ui {

class UiSettings;

/** "Save as": fetches signed documents from the service to where a person wants them, never over a file. */
class DocumentSaver : public QObject {
    Q_OBJECT
public:
    /** Dialogs open over `window`. */
    DocumentSaver(signing::SessionList& sessions, signing::ServiceDesk& service, UiSettings& settings,
                  QWidget* window);

    static bool canSave(const signing::Session& session);
    /** Asks for a name (one document) or a folder (several), then saves. */
    void ask(const QList<signing::SessionKey>& keys);

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const base::Error& error);

private:
    struct Wish {
        signing::SessionKey key;
        signing::Document document;
    };
    void askNow(const QList<signing::SessionKey>& keys);
    /** Asks the service what the session has now, where nobody has done so yet. */
    void lookUp(signing::SessionKey key, const std::function<void()>& done);
    void askForName(const Wish& wish);
    void askForFolder(const QList<Wish>& wishes);
    void save(const Wish& wish, const QString& folder);

    signing::SessionList& m_sessions;
    signing::ServiceDesk& m_service;
    UiSettings& m_settings;
    QWidget* m_window;
};

}  // namespace signet::ui
