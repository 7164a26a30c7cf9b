#pragma once

#include <QList>
#include <QTranslator>

namespace signet::ui {

/**
 * The languages that Signet speaks, and the one that it speaks now. A change reaches every open window at
 * once (QEvent::LanguageChange). Make one, after QCoreApplication; main thread.
 */
class Languages {
public:
    struct Language {
        QString code;  ///< ISO 639-1
        QString name;  ///< in the language itself
    };
    static QList<Language> all();

    Languages();
    ~Languages();
    Q_DISABLE_COPY_MOVE(Languages)

    /** An empty code means the system's language, or English where Signet does not speak it. */
    void apply(const QString& code);
    QString current() const { return m_current; }

private:
    QString m_current;
    QTranslator m_signet;
    QTranslator m_qt;
};

}  // namespace signet::ui
