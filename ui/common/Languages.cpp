#include "ui/common/Languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

bool isSpoken(const QString& code) {
    const auto languages = Languages::all();
    return std::any_of(languages.begin(), languages.end(), [&](const auto& l) { return l.code == code; });
}

QString systemLanguage() {
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString& name : wanted) {
        const QString code = name.section(u'-', 0, 0).toLower();
        if (isSpoken(code))
            return code;
    }
    return u"en"_s;
}

}  // namespace

QList<Languages::Language> Languages::all() {
    return {{u"en"_s, u"English"_s}, {u"lv"_s, u"Latviešu"_s}, {u"ru"_s, u"Русский"_s}};
}

Languages::Languages() = default;

Languages::~Languages() {
    QCoreApplication::removeTranslator(&m_signet);
    QCoreApplication::removeTranslator(&m_qt);
}

void Languages::apply(const QString& code) {
    const QString language = isSpoken(code) ? code : systemLanguage();
    if (language == m_current)
        return;
    m_current = language;
    // Before the translators: windows read the locale when they are told of the new language.
    QLocale::setDefault(code.isEmpty() ? QLocale::system() : QLocale(language));
    QCoreApplication::removeTranslator(&m_signet);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_signet.load(u":/i18n/signet_"_s + language))
        QCoreApplication::installTranslator(&m_signet);
}

}  // namespace signet::ui
