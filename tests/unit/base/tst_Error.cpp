#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include "base/Error.h"
#include "base/Expected.h"
#include "base/OwnWords.h"

using namespace signet::base;

namespace {

const QList<Stage> AllStages{Stage::None, Stage::Pick,     Stage::Prepare,
                             Stage::Sign, Stage::Finalize, Stage::Confirm};

/** A language in which every text is one and the same, to see that an old error is reworded. */
class OneWordTranslator : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char*, const char*, int) const override {
        return qstrcmp(context, "Error") == 0 ? QStringLiteral("vārds %1") : QString();
    }
};

}  // namespace

class ErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnName() {
        static const QRegularExpression kebab(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
        QSet<QString> names;
        for (const ErrorCode code : allErrorCodes()) {
            const QString name = toString(code);
            QVERIFY2(kebab.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
            QVERIFY(errorCodeFromString(name) == code);
        }
        QVERIFY(names.size() > 60);
        QVERIFY(!errorCodeFromString(u"no-such-code"));
        QVERIFY(!errorCodeFromString(u""));
    }

    void everyCodeHasSentenceAndHint() {
        const QStringList arguments{QStringLiteral("A1"), QStringLiteral("A2"), QStringLiteral("A3")};
        for (const ErrorCode code : allErrorCodes()) {
            for (const Stage stage : AllStages) {
                const Error error = Error(code, arguments).at(stage);
                for (const QString& text : {error.message(), error.hint()}) {
                    QVERIFY2(text.size() > 10, qPrintable(toString(code)));
                    QVERIFY2(text.front().isUpper() || text.startsWith(u'A') || text.startsWith(u'“'),
                             qPrintable(text));
                    QVERIFY2(!text.contains(u'%'), qPrintable(text));
                }
                QVERIFY2(error.hint().endsWith(u'.'), qPrintable(error.hint()));
            }
        }
    }

    void stagesHaveNames() {
        for (const Stage stage : AllStages)
            QVERIFY(stageFromString(toString(stage)) == stage);
        QCOMPARE(toString(Stage::Prepare), QStringLiteral("prepare"));
        QCOMPARE(toString(Stage::None), QString());
        QVERIFY(!stageFromString(u"elsewhere"));
    }

    void argumentsAreNotFilledInTwice() {
        const Error error(ErrorCode::FileNotReadable,
                          {QStringLiteral("%2 %1 %n.pdf"), QStringLiteral("gone")});
        QCOMPARE(error.message(), QStringLiteral("The file %2 %1 %n.pdf cannot be read: gone."));
    }

    void missingAndSpareArguments() {
        const Error missing(ErrorCode::FileNotReadable, {QStringLiteral("a.pdf")});
        QCOMPARE(missing.message(), QStringLiteral("The file a.pdf cannot be read."));
        const Error spare(ErrorCode::NoReader, {QStringLiteral("spare")});
        QCOMPARE(spare.message(), QStringLiteral("There is no card reader."));
    }

    void reasonsEndWithOneFullStop() {
        for (const char* reason : {"gone", "gone.", "gone. "}) {
            const Error error(ErrorCode::FileNotReadable,
                              {QStringLiteral("a."), QString::fromLatin1(reason)});
            QCOMPARE(error.message(), QStringLiteral("The file a. cannot be read: gone."));
        }
    }

    void ownWordsFollowTheLanguage() {
        class Upside : public QTranslator {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char* context, const char* source, const char*, int) const override {
                return qstrcmp(context, "Reasons") == 0 ? QString::fromUtf8(source).toUpper() : QString();
            }
        };
        const Error error(ErrorCode::FileNotReadable,
                          {QStringLiteral("a.pdf"), signet::base::ownWords("Reasons", "it is a folder")});
        QCOMPARE(error.message(), QStringLiteral("The file a.pdf cannot be read: it is a folder."));
        Upside upside;
        QCoreApplication::installTranslator(&upside);
        QCOMPARE(error.message(), QStringLiteral("The file a.pdf cannot be read: IT IS A FOLDER."));
        QCoreApplication::removeTranslator(&upside);
    }

    void triesAreCounted_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("message");
        QTest::newRow("two") << 2 << QStringLiteral("The PIN2 is wrong. Tries left: 2.");
        QTest::newRow("one") << 1 << QStringLiteral("The PIN2 is wrong. Tries left: 1.");
        QTest::newRow("none") << 0 << QStringLiteral("The PIN2 is wrong. Tries left: 0.");
    }

    void triesAreCounted() {
        QFETCH(const int, count);
        const Error error = Error(ErrorCode::PinWrong).withCount(count);
        QTEST(error.message(), "message");
        QVERIFY(error.count() == count);
    }

    void withoutACountNothingIsCounted() {
        const Error error(ErrorCode::PinWrong);
        QCOMPARE(error.message(), QStringLiteral("The PIN2 is wrong."));
        QVERIFY(!error.count());
        QCOMPARE(Error(ErrorCode::NoReader).withCount(3).message(),
                 QStringLiteral("There is no card reader."));
    }

    void theServicesWordsAreVerbatim() {
        const Error error =
            Error::fromService(QStringLiteral("signing:x%1"), QStringLiteral("Nav <b>faila</b> %1 %n"), 400);
        QVERIFY(error.code() == ErrorCode::ServiceError);
        QVERIFY(error.kind() == ErrorKind::Service);
        QCOMPARE(error.publicCode(), QStringLiteral("signing:x%1"));
        QCOMPARE(error.message(), QStringLiteral("Nav <b>faila</b> %1 %n"));
        QCOMPARE(error.httpStatus(), 400);
    }

    void aServiceWithFewWords() {
        const Error codeOnly = Error::fromService(QStringLiteral("sign:07"), {}, 200);
        QCOMPARE(codeOnly.message(), QStringLiteral("The service refused the request (sign:07)."));
        const Error messageOnly = Error::fromService({}, QStringLiteral("No"), 400);
        QCOMPARE(messageOnly.publicCode(), QStringLiteral("service-error"));
        const Error mute = Error::fromService({}, {}, 400);
        QCOMPARE(mute.publicCode(), QStringLiteral("service-error"));
        QCOMPARE(mute.message(), QStringLiteral("The service refused the request (400)."));
    }

    void theServicesWordsLieOverSignets() {
        const Error error = Error(ErrorCode::Unauthorised)
                                .at(Stage::Prepare)
                                .withServiceWords({}, QStringLiteral("Token!"), 401);
        QVERIFY(error.code() == ErrorCode::Unauthorised);
        QVERIFY(error.stage() == Stage::Prepare);
        QCOMPARE(error.publicCode(), QStringLiteral("service-error"));
        QCOMPARE(error.message(), QStringLiteral("Token!"));
        QCOMPARE(error.httpStatus(), 401);
    }

    void hintOfARefusalDependsOnTheStage() {
        const Error refusal = Error::fromService({}, QStringLiteral("No"), 400);
        QVERIFY(refusal.at(Stage::Prepare).hint() != refusal.at(Stage::Finalize).hint());
        QVERIFY(refusal.at(Stage::Sign).hint() == refusal.hint());
    }

    void copiesKeepTheRest() {
        const Error error(ErrorCode::FileEmpty, {QStringLiteral("a")}, QStringLiteral("first"));
        const Error more = error.at(Stage::Pick).withCount(5).withDetail(QStringLiteral("second"));
        QCOMPARE(more.detail(), QStringLiteral("first; second"));
        QCOMPARE(more.message(), error.message());
        QVERIFY(more.stage() == Stage::Pick);
        QVERIFY(error.stage() == Stage::None);
        QVERIFY(!(more == error));
        QVERIFY(error == Error(ErrorCode::FileEmpty, {QStringLiteral("a")}, QStringLiteral("first")));
        QCOMPARE(Error(ErrorCode::NoCard).withDetail(QStringLiteral("only")).detail(),
                 QStringLiteral("only"));
    }

    void aChangeOfLanguageRewordsAnOldError() {
        const Error error(ErrorCode::FileEmpty, {QStringLiteral("a.pdf")});
        const QString before = error.message();
        OneWordTranslator translator;
        QCoreApplication::installTranslator(&translator);
        const QString translated = error.message();
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(translated, QStringLiteral("vārds a.pdf"));
        QCOMPARE(error.message(), before);
    }

    void failMakesAnUnexpected() {
        const auto refuse = []() -> Expected<int> {
            return fail(ErrorCode::NoCard, QStringList{QStringLiteral("R")});
        };
        const Expected<int> result = refuse();
        QVERIFY(!result);
        QCOMPARE(result.error().publicCode(), QStringLiteral("no-card"));
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_Error.moc"
