#include "signing/Finding.h"

#include <QCoreApplication>
#include <algorithm>

namespace signet::signing {
namespace {

using Subject = Finding::Subject;
using Verdict = Finding::Verdict;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Finding)
};

}  // namespace

Finding Finding::good(Subject subject, const QString& about, const QString& words) {
    return {subject, Verdict::Good, about, words, std::nullopt};
}

Finding Finding::skipped(Subject subject, const QString& about, const QString& words) {
    return {subject, Verdict::Skipped, about, words, std::nullopt};
}

Finding Finding::warning(Subject subject, const QString& about, const base::Error& error) {
    return {subject, Verdict::Warning, about, error.message(), error};
}

Finding Finding::trouble(Subject subject, const QString& about, const base::Error& error) {
    return {subject, Verdict::Trouble, about, error.message(), error};
}

QString toString(Subject subject) {
    switch (subject) {
        case Subject::CardService:
            return QStringLiteral("card-service");
        case Subject::Reader:
            return QStringLiteral("reader");
        case Subject::Card:
            return QStringLiteral("card");
        case Subject::Certificate:
            return QStringLiteral("certificate");
        case Subject::Clock:
            return QStringLiteral("clock");
        case Subject::Proxy:
            return QStringLiteral("proxy");
        case Subject::Service:
            return QStringLiteral("service");
        case Subject::Token:
            break;
    }
    return QStringLiteral("token");
}

QString toString(Verdict verdict) {
    switch (verdict) {
        case Verdict::Good:
            return QStringLiteral("good");
        case Verdict::Warning:
            return QStringLiteral("warning");
        case Verdict::Trouble:
            return QStringLiteral("trouble");
        case Verdict::Skipped:
            break;
    }
    return QStringLiteral("skipped");
}

int count(const QList<Finding>& findings, Verdict verdict) {
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(),
                      [verdict](const Finding& finding) { return finding.verdict == verdict; }));
}

QString subjectName(Subject subject) {
    switch (subject) {
        case Subject::CardService:
            return Words::tr("Smart card service");
        case Subject::Reader:
            return Words::tr("Card reader");
        case Subject::Card:
            return Words::tr("Card");
        case Subject::Certificate:
            return Words::tr("Certificate");
        case Subject::Clock:
            return Words::tr("Clock");
        case Subject::Proxy:
            return Words::tr("Proxy");
        case Subject::Service:
            return Words::tr("Service");
        case Subject::Token:
            break;
    }
    return Words::tr("Authorisation");
}

}  // namespace signet::signing
