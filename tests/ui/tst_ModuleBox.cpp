#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "support/SoftHsm.h"
#include "support/ToolRun.h"
#include "ui/card/ModuleBox.h"
#include "ui/common/TextBlock.h"
#include "ui/common/UiSettings.h"
#include "ui/window/SettingsDialog.h"

using namespace signet;
using namespace Qt::StringLiterals;

/** Adding a PKCS#11 module in the settings, and removing it; a file that is none is not taken. */
class TestModuleBox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsAndRemoves();
    void wrongFile();
    void withoutModules();

private:
    QTemporaryDir m_folder;
    signing::ModuleList list() const { return signing::ModuleList(m_folder.filePath(u"cards.ini"_s)); }
    std::unique_ptr<ui::SettingsDialog> dialog(ui::UiSettings& settings) const {
        return std::make_unique<ui::SettingsDialog>(settings, list());
    }
};

void TestModuleBox::addsAndRemoves() {
    const test::SoftHsm token;
    QVERIFY2(token.problem().isEmpty(), qPrintable(token.problem()));
    ui::UiSettings settings(m_folder.filePath(u"window.ini"_s));
    const auto shown = dialog(settings);
    shown->show();
    auto* box = shown->findChild<ui::ModuleBox*>();
    auto* modules = shown->findChild<QListWidget*>(u"settingsModules"_s);
    auto* remove = shown->findChild<QPushButton*>(u"settingsRemoveModule"_s);
    QVERIFY(box != nullptr && modules != nullptr && remove != nullptr);
    QVERIFY(!remove->isEnabled());
    box->add(token.module());
    QTRY_COMPARE_WITH_TIMEOUT(modules->count(), 1, 30'000);
    QCOMPARE(modules->item(0)->text(), token.module());
    QCOMPARE(list().own(), QStringList{token.module()});
    box->add(token.module());
    QTRY_VERIFY_WITH_TIMEOUT(shown->findChild<QPushButton*>(u"settingsAddModule"_s)->isEnabled(), 30'000);
    QCOMPARE(list().own().size(), 1);
    modules->setCurrentRow(0);
    QVERIFY(remove->isEnabled());
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(modules->count(), 0);
    QVERIFY(list().own().isEmpty());
}

void TestModuleBox::wrongFile() {
    ui::UiSettings settings(m_folder.filePath(u"window.ini"_s));
    const auto shown = dialog(settings);
    shown->show();
    const QString path = m_folder.filePath(u"text.so"_s);
    test::writeFile(path, "this is no library");
    shown->findChild<ui::ModuleBox*>()->add(path);
    auto* problem = shown->findChild<QWidget*>(u"settingsModuleProblem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), 30'000);
    QStringList words;
    for (const ui::TextBlock* block : problem->findChildren<ui::TextBlock*>())
        words.append(block->toPlainText());
    QVERIFY2(words.join(u' ').contains(u"The PKCS#11 module text cannot be used: it cannot be loaded."_s),
             qPrintable(words.join(u' ')));
    QVERIFY(list().own().isEmpty());
    QCOMPARE(shown->findChild<QListWidget*>(u"settingsModules"_s)->count(), 0);
}

/** The demo has its own cards. */
void TestModuleBox::withoutModules() {
    ui::UiSettings settings(m_folder.filePath(u"window.ini"_s));
    const ui::SettingsDialog shown(settings, std::nullopt);
    QVERIFY(shown.findChild<ui::ModuleBox*>() == nullptr);
}

QTEST_MAIN(TestModuleBox)
#include "tst_ModuleBox.moc"
