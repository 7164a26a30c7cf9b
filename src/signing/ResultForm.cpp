#include "signing/ResultForm.h"

#include <QCoreApplication>
#include <algorithm>

#include "base/PrintableText.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;

bool isOnePdf(const QList<Document>& documents) {
    return documents.size() == 1 && isPdf(documents.first()) && !isContainer(documents.first());
}

bool isOneContainer(const QList<Document>& documents) {
    return documents.size() == 1 && isContainer(documents.first());
}

QList<Document> archivable(const QList<Document>& documents) {
    QList<Document> found;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(found),
                 [](const Document& one) { return isContainer(one) || isPdf(one); });
    return found;
}

/** "contract.pdf", or "3 files" where they are not one. */
QString namesOf(const QList<Document>& documents) {
    const int count = static_cast<int>(documents.size());
    if (count == 1)
        return base::printable(documents.first().name);
    if (count == 0)
        return QCoreApplication::translate("ResultForm", "An empty session");
    return QCoreApplication::translate("ResultForm", "%n files", nullptr, count);
}

/** How signing and sealing say the same things. */
struct Clauses {
    const char* added;
    const char* wrapped;
    const char* inside;
    const char* unseen;
    const char* unseenWrapped;
    const char* unseenInside;
    const char* unseenWherePossible;
};

constexpr Clauses SignClauses{
    QT_TRANSLATE_NOOP("ResultForm", "adds your signature to %1"),
    QT_TRANSLATE_NOOP("ResultForm", "puts %1 into a new container with your signature"),
    QT_TRANSLATE_NOOP("ResultForm", "signs inside %1"),
    QT_TRANSLATE_NOOP("ResultForm", "adds your signature to the container, or puts the files into a new one"),
    QT_TRANSLATE_NOOP("ResultForm", "puts what is there into a new container with your signature"),
    QT_TRANSLATE_NOOP("ResultForm", "signs inside the PDF, if there is exactly one"),
    QT_TRANSLATE_NOOP("ResultForm", "signs inside a single PDF, and anything else in a container"),
};

constexpr Clauses SealClauses{
    QT_TRANSLATE_NOOP("ResultForm", "adds the seal to %1"),
    QT_TRANSLATE_NOOP("ResultForm", "puts %1 into a new container with the seal"),
    QT_TRANSLATE_NOOP("ResultForm", "seals inside %1"),
    QT_TRANSLATE_NOOP("ResultForm", "adds the seal to the container, or puts the files into a new one"),
    QT_TRANSLATE_NOOP("ResultForm", "puts what is there into a new container with the seal"),
    QT_TRANSLATE_NOOP("ResultForm", "seals inside the PDF, if there is exactly one"),
    QT_TRANSLATE_NOOP("ResultForm", "seals inside a single PDF, and anything else in a container"),
};

QString words(const char* source) {
    return QCoreApplication::translate("ResultForm", source);
}

QString describeUnseen(const Clauses& clauses, ResultForm form) {
    switch (form) {
        case ResultForm::Container:
            return words(clauses.unseen);
        case ResultForm::NewContainer:
            return words(clauses.unseenWrapped);
        case ResultForm::Pdf:
            return words(clauses.unseenInside);
        case ResultForm::PdfWherePossible:
            return words(clauses.unseenWherePossible);
    }
    return {};
}

QString describeArchive(const QList<Document>& documents) {
    if (documents.isEmpty())
        return words(QT_TRANSLATE_NOOP("ResultForm", "adds an archive time stamp to what is signed"));
    const auto possible = checkArchivable(documents);
    if (!possible)
        return possible.error().message();
    return words(QT_TRANSLATE_NOOP("ResultForm", "adds an archive time stamp to %1"))
        .arg(namesOf(archivable(documents)));
}

}  // namespace

bool dependsOnDocuments(ResultForm form) {
    return form == ResultForm::Pdf || form == ResultForm::PdfWherePossible;
}

Expected<Choice> plan(const QList<Document>& documents, ResultForm form) {
    const bool pdf = isOnePdf(documents);
    if (form == ResultForm::Pdf && !pdf)
        return fail(ErrorCode::NotOnePdf, QStringList{namesOf(documents)});
    if (form == ResultForm::PdfWherePossible)
        return Choice{pdf, false};
    return planUnseen(form);
}

Choice planUnseen(ResultForm form) {
    return Choice{form == ResultForm::Pdf, form == ResultForm::NewContainer};
}

std::optional<Document> documentToArchive(const QList<Document>& documents) {
    for (const auto& isOfKind : {isContainer, isPdf}) {
        const auto first = std::find_if(documents.begin(), documents.end(), isOfKind);
        if (first == documents.end())
            continue;
        const bool isOnly = std::none_of(first + 1, documents.end(), isOfKind);
        return isOnly ? std::optional(*first) : std::nullopt;
    }
    return std::nullopt;
}

Expected<void> checkArchivable(const QList<Document>& documents) {
    if (archivable(documents).isEmpty())
        return fail(ErrorCode::NothingToArchive, QStringList{namesOf(documents)});
    return {};
}

QString describe(Operation operation, const QList<Document>& documents, ResultForm form) {
    if (operation == Operation::Archive)
        return describeArchive(documents);
    const Clauses& clauses = operation == Operation::Seal ? SealClauses : SignClauses;
    if (documents.isEmpty())
        return describeUnseen(clauses, form);
    const Expected<Choice> choice = plan(documents, form);
    if (!choice)
        return choice.error().message();
    const bool added = isOneContainer(documents) && !choice->createNewEdoc;
    const char* clause = choice->signAsPdf ? clauses.inside : added ? clauses.added : clauses.wrapped;
    return words(clause).arg(namesOf(documents));
}

}  // namespace signet::signing
