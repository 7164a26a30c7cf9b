#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "base/ErrorJson.h"
#include "base/OwnWords.h"

using namespace signet::base;

namespace {

std::optional<Error> throughText(const Error& error) {
    const QByteArray text = QJsonDocument(toJson(error)).toJson(QJsonDocument::Compact);
    return errorFromJson(QJsonDocument::fromJson(text).object());
}

QJsonObject object(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

}  // namespace

class ErrorJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeComesBack() {
        for (const ErrorCode code : allErrorCodes())
            QVERIFY2(throughText(Error(code)) == Error(code), qPrintable(toString(code)));
    }

    void everyPartComesBack_data() {
        QTest::addColumn<Error>("error");
        const Error plain(ErrorCode::FileNotReadable,
                          {QStringLiteral("a \"b\"\n.pdf"), ownWords("Reasons", "it is a folder")},
                          QStringLiteral("détail\u0000x"));
        QTest::newRow("arguments and detail") << plain;
        QTest::newRow("stage") << plain.at(Stage::Finalize);
        QTest::newRow("count") << Error(ErrorCode::PinWrong).withCount(2).at(Stage::Sign);
        QTest::newRow("a count of none") << Error(ErrorCode::PinWrong).withCount(0);
        QTest::newRow("an empty argument")
            << Error(ErrorCode::FileNotReadable, {QString(), QStringLiteral("x")});
        QTest::newRow("the service's words")
            << Error::fromService(QStringLiteral("signing:x"), QStringLiteral("Nav ļauts <b>%1"), 418);
        QTest::newRow("words laid over")
            << Error(ErrorCode::Unauthorised).withServiceWords({}, QStringLiteral("Nē"), 401);
    }

    void everyPartComesBack() {
        QFETCH(const Error, error);
        const std::optional<Error> back = throughText(error);
        QVERIFY(back);
        QVERIFY(*back == error);
        QCOMPARE(back->message(), error.message());
    }

    void whatIsNoErrorIsNone_data() {
        QTest::addColumn<QJsonObject>("json");
        QTest::newRow("empty") << QJsonObject();
        QTest::newRow("a code of another Signet") << object(R"({"code":"later-code","stage":"sign"})");
        QTest::newRow("a number as code") << object(R"({"code":7,"stage":"sign"})");
        QTest::newRow("no such stage") << object(R"({"code":"pin-wrong","stage":"later"})");
        QTest::newRow("an argument that is no text")
            << object(R"({"code":"pin-wrong","stage":"","arguments":[1]})");
        QTest::newRow("a count that is no number")
            << object(R"({"code":"pin-wrong","stage":"","count":"two"})");
        QTest::newRow("a status that no int can hold")
            << object(R"({"code":"pin-wrong","stage":"","httpStatus":99999999999})");
        QTest::newRow("a broken count") << object(R"({"code":"pin-wrong","stage":"","count":1.5})");
    }

    void whatIsNoErrorIsNone() {
        QFETCH(const QJsonObject, json);
        QVERIFY(!errorFromJson(json));
    }
};

QTEST_GUILESS_MAIN(ErrorJsonTest)
#include "tst_ErrorJson.moc"
