#include "ui/common/TextBlock.h"

#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using signet::ui::TextBlock;

/** All of a text is to be seen, however narrow its place is. */
class TestTextBlock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allOfItIsSeen_data();
    void allOfItIsSeen();
};

namespace {

bool endIsSeen(const TextBlock& text) {
    QTextCursor end(text.document());
    end.movePosition(QTextCursor::End);
    return text.verticalScrollBar()->maximum() == 0 &&
           text.cursorRect(end).bottom() <= text.viewport()->height();
}

}  // namespace

void TestTextBlock::allOfItIsSeen_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("width");
    const QString sentence = u"The service refused the session because its document is locked by another. "_s;
    const QString paragraphs = QString(sentence + u'\n').repeated(6).trimmed();
    const QString marked = u"Zīmogs Ā̊̂ 漢字\n"_s.repeated(4).trimmed();
    for (const int width : {60, 90, 150, 240, 700}) {
        QTest::addRow("one paragraph, %d", width) << sentence.repeated(3) << width;
        QTest::addRow("several paragraphs, %d", width) << paragraphs << width;
        QTest::addRow("other scripts, %d", width) << marked << width;
    }
}

void TestTextBlock::allOfItIsSeen() {
    QFETCH(const QString, words);
    QFETCH(const int, width);
    QWidget panel;
    auto* column = new QVBoxLayout(&panel);
    auto* text = new TextBlock(&panel);
    column->addWidget(text);
    column->addStretch();
    text->setText(words);
    panel.resize(500, 900);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QTRY_VERIFY2(endIsSeen(*text), "as it is shown first");
    panel.resize(width, 900);
    QTRY_VERIFY2(endIsSeen(*text), "made narrower or wider");
    text->setText(u"short"_s);
    text->setText(words);
    QTRY_VERIFY2(endIsSeen(*text), "said again");
    QFont larger = text->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.5);
    text->setFont(larger);
    QTRY_VERIFY2(endIsSeen(*text), "in a larger font");
}

QTEST_MAIN(TestTextBlock)
#include "tst_TextBlock.moc"
