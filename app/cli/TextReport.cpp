#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QSet>

#include "cli/Console.h"
#include "cli/Report.h"
#include "cli/Shown.h"
#include "signing/ValidationText.h"

namespace signet::cli {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QString outcomeWord(Outcome outcome) {
    switch (outcome) {
        case Outcome::Finalized:
            return words(QT_TRANSLATE_NOOP("Cli", "finalized"));
        case Outcome::Unconfirmed:
            return words(QT_TRANSLATE_NOOP("Cli", "unconfirmed"));
        case Outcome::Done:
            return words(QT_TRANSLATE_NOOP("Cli", "done"));
        case Outcome::Cancelled:
            return words(QT_TRANSLATE_NOOP("Cli", "cancelled"));
        case Outcome::Failed:
            break;
    }
    return words(QT_TRANSLATE_NOOP("Cli", "failed"));
}

/** Names alone can repeat; the identifier is what a script or a colleague asks for. */
QString titleOf(const ResultLine& line) {
    const QString title = shortLine(line.title);
    if (line.isFileOnly || line.title == line.identifier)
        return title;
    return QString(shortLine(line.identifier) % u"  " % title);
}

QString indented(const QString& text) {
    return QString(u"    " % text % u'\n');
}

QString troubleText(const base::Error& error) {
    QString text = indented(oneLine(error.message()) % u" [" % oneLine(error.publicCode()) % u']');
    if (!error.hint().isEmpty())
        text += indented(oneLine(error.hint()));
    return text;
}

QString countsText(const RunSummary& summary) {
    QStringList counts;
    for (const Outcome outcome : summary.possible)
        counts.append(QString(outcomeWord(outcome) % u": " % QString::number(summary.count(outcome))));
    return counts.join(QStringLiteral(", "));
}

/** For those whose outcome is not known. */
QString wayOn() {
    return words(QT_TRANSLATE_NOOP("Cli",
                                   "To look again what became of the unconfirmed ones: signet-cli resume. To "
                                   "send them again after that: signet-cli resume --resend.")) %
           u'\n';
}

class TextReport final : public Report {
public:
    void begin(int picked) override { m_isMany = picked > MostOneByOne; }

    void cause(const base::Error& cause) override {
        m_lastTrouble = troubleText(cause);
        m_told.insert(m_lastTrouble);
        Console::output(QString(inWords(cause) % u" [" % oneLine(cause.publicCode()) % u"]\n").toUtf8());
    }

    void line(const ResultLine& line) override {
        if (m_isMany && line.isSuccess())
            return tellShortly(line);
        QString text = QString(outcomeWord(line.outcome) % u"  " % titleOf(line) % u'\n');
        for (const QString& path : line.saved)
            text += indented(oneLine(QDir::toNativeSeparators(path)));
        text += newTrouble(line);
        if (line.report) {
            for (const QString& fact : reportLines(*line.report))
                text += indented(fact);
        }
        Console::output(text.toUtf8());
    }

    void summary(const RunSummary& summary) override {
        const QString seconds = QLocale().toString(summary.seconds, 'f', 1);
        QString text = words(QT_TRANSLATE_NOOP("Cli", "Picked: %1. %2. Seconds: %3."))
                           .arg(QString::number(summary.outcomes.size()), countsText(summary), seconds);
        text += u'\n';
        if (summary.unsaved > 0)
            text +=
                words(QT_TRANSLATE_NOOP("Cli", "Finalized, but not saved here: %1.")).arg(summary.unsaved) %
                u'\n';
        if (summary.count(Outcome::Unconfirmed) > 0)
            text += wayOn();
        Console::output(text.toUtf8());
        // That a person has stopped it, each session says in its own way.
        const bool isNews = summary.endedBy && summary.endedBy->kind() != base::ErrorKind::Cancelled &&
                            !m_told.contains(troubleText(*summary.endedBy));
        if (isNews)
            Console::error(QString(inWords(*summary.endedBy) % u'\n'));
    }

private:
    /** One line for each document that is here now; nothing otherwise. */
    void tellShortly(const ResultLine& line) {
        m_lastTrouble.clear();
        for (const QString& path : line.saved) {
            const QString where = oneLine(QDir::toNativeSeparators(path));
            Console::output(QString(outcomeWord(line.outcome) % u"  " % shortLine(line.identifier) % u"  " %
                                    where % u'\n')
                                .toUtf8());
        }
    }

    /** What is wrong, unless the session before had just the same. */
    QString newTrouble(const ResultLine& line) {
        QString text;
        for (const auto& trouble : {line.error, line.saveError}) {
            if (trouble) {
                text += troubleText(*trouble);
                m_told.insert(troubleText(*trouble));
            }
        }
        const bool isNew = text != m_lastTrouble;
        m_lastTrouble = text;
        return isNew ? text : QString();
    }

    bool m_isMany = false;
    QString m_lastTrouble;
    QSet<QString> m_told;
};

}  // namespace

std::unique_ptr<Report> makeTextReport() {
    return std::make_unique<TextReport>();
}

}  // namespace signet::cli
