#include "ui/common/UiSettings.h"

#include <QDir>
#include <QStandardPaths>
#include <array>

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

struct FormName {
    signing::ResultForm form;
    QLatin1StringView name;
};

constexpr std::array FormNames{FormName{signing::ResultForm::Container, "container"_L1},
                               FormName{signing::ResultForm::NewContainer, "newContainer"_L1},
                               FormName{signing::ResultForm::Pdf, "pdf"_L1},
                               FormName{signing::ResultForm::PdfWherePossible, "pdfWherePossible"_L1}};

QString usualFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/window.ini"_s;
}

}  // namespace

UiSettings::UiSettings(const QString& file, QObject* parent)
    : QObject(parent), m_settings(file.isEmpty() ? usualFile() : file, QSettings::IniFormat) {}

QString UiSettings::language() const {
    return m_settings.value("language"_L1).toString();
}

void UiSettings::setLanguage(const QString& code) {
    if (code == language())
        return;
    m_settings.setValue("language"_L1, code);
    Q_EMIT languageChanged();
}

Appearance UiSettings::appearance() const {
    const QString name = m_settings.value("appearance"_L1).toString();
    if (name == "light"_L1)
        return Appearance::Light;
    return name == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

void UiSettings::setAppearance(Appearance appearance) {
    if (appearance == this->appearance())
        return;
    const auto name = appearance == Appearance::Light  ? "light"_L1
                      : appearance == Appearance::Dark ? "dark"_L1
                                                       : "system"_L1;
    m_settings.setValue("appearance"_L1, QString(name));
    Q_EMIT appearanceChanged();
}

QString UiSettings::outputFolder() const {
    return m_settings.value("outputFolder"_L1).toString();
}

void UiSettings::setOutputFolder(const QString& folder) {
    if (folder == outputFolder())
        return;
    m_settings.setValue("outputFolder"_L1, folder);
    Q_EMIT outputFolderChanged();
}

signing::Operation UiSettings::operation() const {
    const QString name = m_settings.value("operation"_L1).toString();
    for (const signing::Operation operation : signing::allOperations()) {
        if (name == signing::toString(operation))
            return operation;
    }
    return signing::Operation::Sign;
}

void UiSettings::setOperation(signing::Operation operation) {
    m_settings.setValue("operation"_L1, signing::toString(operation));
}

signing::ResultForm UiSettings::resultForm() const {
    const QString name = m_settings.value("resultForm"_L1).toString();
    for (const FormName& form : FormNames) {
        if (name == form.name)
            return form.form;
    }
    return signing::ResultForm::Container;
}

void UiSettings::setResultForm(signing::ResultForm wanted) {
    for (const FormName& form : FormNames) {
        if (form.form == wanted)
            m_settings.setValue("resultForm"_L1, QString(form.name));
    }
}

int UiSettings::archiveSource() const {
    return m_settings.value("archiveSource"_L1, -1).toInt();
}

void UiSettings::setArchiveSource(int source) {
    m_settings.setValue("archiveSource"_L1, source);
}

QString UiSettings::archiveCertificateFile() const {
    return m_settings.value("archiveCertificateFile"_L1).toString();
}

void UiSettings::setArchiveCertificateFile(const QString& path) {
    m_settings.setValue("archiveCertificateFile"_L1, path);
}

QStringList UiSettings::recentSessions() const {
    return m_settings.value("recentSessions"_L1).toStringList();
}

void UiSettings::setRecentSessions(const QStringList& identifiers) {
    m_settings.setValue("recentSessions"_L1, identifiers);
}

QByteArray UiSettings::windowGeometry() const {
    return m_settings.value("windowGeometry"_L1).toByteArray();
}

void UiSettings::setWindowGeometry(const QByteArray& geometry) {
    m_settings.setValue("windowGeometry"_L1, geometry);
}

QString UiSettings::lastFolder() const {
    return m_settings.value("lastFolder"_L1, QDir::homePath()).toString();
}

void UiSettings::setLastFolder(const QString& folder) {
    m_settings.setValue("lastFolder"_L1, folder);
}

}  // namespace signet::ui
