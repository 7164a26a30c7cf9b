#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include "cli/Console.h"
#include "cli/Report.h"
#include "cli/Shown.h"

namespace signet::cli {
namespace {

using signing::Session;
using signing::SessionState;

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QString stateWord(SessionState state) {
    switch (state) {
        case SessionState::Finalized:
            return tr(QT_TRANSLATE_NOOP("Cli", "finalized"));
        case SessionState::Unconfirmed:
            return tr(QT_TRANSLATE_NOOP("Cli", "unconfirmed"));
        case SessionState::Cancelled:
            return tr(QT_TRANSLATE_NOOP("Cli", "cancelled"));
        default:
            return tr(QT_TRANSLATE_NOOP("Cli", "failed"));
    }
}

QString troubleText(const base::Error& error) {
    QString text = QString(u"    " % oneLine(error.message()) % u" [" % oneLine(error.publicCode()) % u"]\n");
    if (!error.hint().isEmpty())
        text += u"    " % oneLine(error.hint()) % u'\n';
    return text;
}

class TextReport final : public Report {
public:
    void session(const Session& session) override {
        QString text = QString(stateWord(session.state) % u"  " % titleOf(session) % u'\n');
        if (!session.savedAs.isEmpty())
            text += u"    " % oneLine(QDir::toNativeSeparators(session.savedAs)) % u'\n';
        for (const auto& trouble : {session.error, session.saveError}) {
            if (trouble)
                text += troubleText(*trouble);
        }
        Console::output(text.toUtf8());
        m_unsaved += session.saveError ? 1 : 0;
    }

    void summary(const signing::BatchSummary& summary) override {
        const QString text =
            tr(QT_TRANSLATE_NOOP("Cli",
                                 "Picked: %1. Finalized: %2, failed: %3, unconfirmed: %4, cancelled: %5. "
                                 "Seconds: %6."));
        const QString seconds = QLocale().toString(summary.seconds, 'f', 1);
        Console::output(QString(text.arg(summary.picked)
                                    .arg(summary.finalized)
                                    .arg(summary.failed)
                                    .arg(summary.unconfirmed)
                                    .arg(summary.cancelled)
                                    .arg(seconds) %
                                u'\n')
                            .toUtf8());
        if (m_unsaved > 0)
            Console::output(
                QString(tr(QT_TRANSLATE_NOOP("Cli", "Finalized, but not saved here: %1.")).arg(m_unsaved) %
                        u'\n')
                    .toUtf8());
    }

private:
    int m_unsaved = 0;

    /** Names alone can repeat; the identifier is what a script or a colleague asks for. */
    static QString titleOf(const Session& session) {
        const QString title = shortLine(session.title());
        if (!session.id || title == session.id->toString())
            return title;
        return QString(session.id->toString() % u"  " % title);
    }
};

}  // namespace

std::unique_ptr<Report> makeTextReport() {
    return std::make_unique<TextReport>();
}

}  // namespace signet::cli
