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
    const char* manyAdded;
    const char* manyWrapped;
    const char* manyInside;
};

constexpr Clauses SignClauses{
    QT_TRANSLATE_NOOP("ResultForm", "adds your signature to %1"),
    QT_TRANSLATE_NOOP("ResultForm", "puts %1 into a new container with your signature"),
    QT_TRANSLATE_NOOP("ResultForm", "signs inside %1"),
    QT_TRANSLATE_NOOP("ResultForm", "adds your signature to the container, or puts the files into a new one"),
    QT_TRANSLATE_NOOP("ResultForm", "puts what is there into a new container with your signature"),
    QT_TRANSLATE_NOOP("ResultForm", "signs inside the PDF, if there is exactly one"),
    QT_TRANSLATE_NOOP("ResultForm", "signs inside a single PDF, and anything else in a container"),
    QT_TRANSLATE_N_NOOP("ResultForm", "adds your signature to the containers of %n sessions"),
    QT_TRANSLATE_N_NOOP("ResultForm",
                        "puts the files of %n sessions into new containers with your signature"),
    QT_TRANSLATE_N_NOOP("ResultForm", "signs inside the PDFs of %n sessions"),
};

constexpr Clauses SealClauses{
    QT_TRANSLATE_NOOP("ResultForm", "adds the seal to %1"),
    QT_TRANSLATE_NOOP("ResultForm", "puts %1 into a new container with the seal"),
    QT_TRANSLATE_NOOP("ResultForm", "seals inside %1"),
    QT_TRANSLATE_NOOP("ResultForm", "adds the seal to the container, or puts the files into a new one"),
    QT_TRANSLATE_NOOP("ResultForm", "puts what is there into a new container with the seal"),
    QT_TRANSLATE_NOOP("ResultForm", "seals inside the PDF, if there is exactly one"),
    QT_TRANSLATE_NOOP("ResultForm", "seals inside a single PDF, and anything else in a container"),
    QT_TRANSLATE_N_NOOP("ResultForm", "adds the seal to the containers of %n sessions"),
    QT_TRANSLATE_N_NOOP("ResultForm", "puts the files of %n sessions into new containers with the seal"),
    QT_TRANSLATE_N_NOOP("ResultForm", "seals inside the PDFs of %n sessions"),
};

const Clauses& clausesFor(Operation operation) {
    return operation == Operation::Seal ? SealClauses : SignClauses;
}

QString words(const char* source, int count = -1) {
    return QCoreApplication::translate("ResultForm", source, nullptr, count);
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

Expected<Effect> effectOn(const QList<Document>& documents, Operation operation, ResultForm form) {
    if (operation == Operation::Archive)
        return checkArchivable(documents).map([] { return Effect::Stamped; });
    return plan(documents, form).map([&documents](const Choice& choice) {
        if (choice.signAsPdf)
            return Effect::Inside;
        return isOneContainer(documents) && !choice.createNewEdoc ? Effect::Added : Effect::Wrapped;
    });
}

QString describe(Operation operation, const QList<Document>& documents, ResultForm form) {
    const Clauses& clauses = clausesFor(operation);
    if (documents.isEmpty() && operation == Operation::Archive)
        return words(QT_TRANSLATE_NOOP("ResultForm", "adds an archive time stamp to what is signed"));
    if (documents.isEmpty())
        return describeUnseen(clauses, form);
    const Expected<Effect> effect = effectOn(documents, operation, form);
    if (!effect)
        return effect.error().message();
    switch (*effect) {
        case Effect::Added:
            return words(clauses.added).arg(namesOf(documents));
        case Effect::Wrapped:
            return words(clauses.wrapped).arg(namesOf(documents));
        case Effect::Inside:
            return words(clauses.inside).arg(namesOf(documents));
        case Effect::Stamped:
            break;
    }
    return words(QT_TRANSLATE_NOOP("ResultForm", "adds an archive time stamp to %1"))
        .arg(namesOf(archivable(documents)));
}

QString describeMany(Operation operation, Effect effect, int sessions) {
    const Clauses& clauses = clausesFor(operation);
    switch (effect) {
        case Effect::Added:
            return words(clauses.manyAdded, sessions);
        case Effect::Wrapped:
            return words(clauses.manyWrapped, sessions);
        case Effect::Inside:
            return words(clauses.manyInside, sessions);
        case Effect::Stamped:
            break;
    }
    return words(QT_TRANSLATE_N_NOOP("ResultForm", "adds archive time stamps to what %n sessions hold"),
                 sessions);
}

}  // namespace signet::signing
