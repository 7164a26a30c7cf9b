#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>

#include "signing/Operation.h"
#include "signing/ResultForm.h"

namespace signet::ui {

/** How the program looks: as the system wants it, or light or dark whatever the system says. */
enum class Appearance { System, Light, Dark };

/**
 * What the window remembers between two starts; no secret is ever in it. Typed, each with a default. Main
 * thread.
 */
class UiSettings : public QObject {
    Q_OBJECT
public:
    /** An empty path means the usual place (QStandardPaths::AppConfigLocation). */
    explicit UiSettings(const QString& file = {}, QObject* parent = nullptr);

    /** "en", "lv", "ru"; empty: the system's. */
    QString language() const;
    void setLanguage(const QString& code);

    Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /** Where signed documents of picked sessions are saved; empty: only those of picked files are, beside
     * them. */
    QString outputFolder() const;
    void setOutputFolder(const QString& folder);

    /** What is done to sessions, and what is made of them by signing and sealing. */
    signing::Operation operation() const;
    void setOperation(signing::Operation operation);
    signing::ResultForm resultForm() const;
    void setResultForm(signing::ResultForm form);

    /** Whose certificate archive time stamps are requested with (ArchivePanel::Source), -1 before a choice;
     * and the file of the last of them. */
    int archiveSource() const;
    void setArchiveSource(int source);
    QString archiveCertificateFile() const;
    void setArchiveCertificateFile(const QString& path);

    /** Identifiers of sessions used before, newest first. */
    QStringList recentSessions() const;
    void setRecentSessions(const QStringList& identifiers);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    /** The folder of the last file dialog. */
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

Q_SIGNALS:
    void languageChanged();
    void appearanceChanged();
    void outputFolderChanged();

private:
    QSettings m_settings;
};

}  // namespace signet::ui
