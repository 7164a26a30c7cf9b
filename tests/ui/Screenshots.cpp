#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScreen>
#include <QTabBar>
#include <QTreeView>
#include <QTreeWidget>
#include <algorithm>
#include <cstdio>
#include <functional>

#include "WindowBench.h"
#include "support/DemoCards.h"
#include "unit/signing/SealFiles.h"

using namespace signet;
using namespace Qt::StringLiterals;
using test::WindowBench;

namespace {

/** Brings the window into a state worth looking at; false if that did not work out. */
using Scene = std::function<bool(WindowBench&)>;

void makeTrouble(WindowBench& bench) {
    const QStringList ids = bench.demo.service().sessions;
    auto faults = bench.demo.serviceThread().faults();
    const auto add = [&](int session, const char* code, const QString& message) {
        faults.add({.kind = sandbox::FaultKind::SessionError,
                    .operation = sandbox::Operation::CalculateDigest,
                    .sessionId = ids[session],
                    .code = QString::fromLatin1(code),
                    .message = message});
    };
    add(3, "100015", u"The container holds no files that can be signed"_s);
    add(8, "100015", u"The container holds no files that can be signed"_s);
    add(12, "100032", u"The document is locked by another client"_s);
    faults.add({.kind = sandbox::FaultKind::SessionLeftOut,
                .operation = sandbox::Operation::CalculateDigest,
                .sessionId = ids[15]});
}

bool ready(WindowBench& bench) {
    bench.addSamples();
    // The names of the documents have come when the last row has its own.
    return QTest::qWaitFor([&] { return bench.sessions.at(19).documentsBefore.has_value(); }, 20'000);
}

void selectRows(WindowBench& bench, const QList<int>& rows) {
    auto* table = bench.find<QTreeView>("sessionTable");
    table->clearSelection();
    for (const int row : rows)
        table->selectionModel()->select(table->model()->index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

/** Some rows have a choice of their own; one of them cannot be done. */
bool rowForms(WindowBench& bench) {
    if (!ready(bench))
        return false;
    int several = 0;
    while (several < bench.sessions.size() && bench.sessions.at(several).documentsBefore->size() < 2)
        ++several;
    selectRows(bench, {0, several});
    bench.find<QAction>("actionFormPdf")->trigger();
    selectRows(bench, {1});
    bench.find<QAction>("actionFormNewContainer")->trigger();
    selectRows(bench, {several});
    bench.find<QTreeView>("sessionTable")->scrollTo(bench.table().index(several, 0));
    return true;
}

/** The same, with the rows' menu open. */
bool rowMenu(WindowBench& bench) {
    if (!rowForms(bench))
        return false;
    selectRows(bench, {0, 1, 2});
    auto* table = bench.find<QTreeView>("sessionTable");
    auto* menu = new QMenu(table);
    menu->addActions(table->actions());
    menu->popup(table->viewport()->mapToGlobal(QPoint(150, 60)));
    menu->setActiveAction(bench.find<QMenu>("resultFormMenu")->menuAction());
    QTest::keyClick(menu, Qt::Key_Right);
    return true;
}

bool pin(WindowBench& bench) {
    return ready(bench) && bench.signAndAwaitPin();
}

bool wrongPin(WindowBench& bench) {
    if (!pin(bench))
        return false;
    for (int tries = 2; tries >= 1; --tries) {
        bench.enterPin(test::wrongPin());
        const auto asked = [&] {
            return bench.textOf("pinTries").contains(QString::number(tries)) || tries == 1;
        };
        if (!QTest::qWaitFor([&] { return bench.find("pinField")->isEnabled() && asked(); }, 20'000))
            return false;
    }
    return true;
}

bool progress(WindowBench& bench) {
    if (!pin(bench))
        return false;
    bench.enterPin(test::goodPin());
    // Some are done already while the card signs others.
    const auto isUnderWay = [&bench] {
        using State = signing::SessionState;
        return bench.countOf(State::Finalized) >= 4 && bench.countOf(State::Signed) >= 2;
    };
    return QTest::qWaitFor(isUnderWay, 60'000);
}

bool results(WindowBench& bench) {
    makeTrouble(bench);
    if (!pin(bench))
        return false;
    bench.enterPin(test::goodPin());
    return bench.awaitEnd();
}

bool signedOne(WindowBench& bench) {
    bench.settings.setOutputFolder(bench.place.filePath(u"signed"_s));
    if (!pin(bench))
        return false;
    bench.enterPin(test::goodPin());
    if (!bench.awaitEnd())
        return false;
    auto* table = bench.find<QTreeView>("sessionTable");
    table->setCurrentIndex(table->model()->index(2, 0));
    return true;
}

void chooseOperation(WindowBench& bench, int tab) {
    bench.find<QTabBar>("operationTabs")->setCurrentIndex(tab);
}

const QByteArray& sealPassword() {
    static const QByteArray password = "paraugs";
    return password;
}

/** The dialog for the password of an e-seal that has just been chosen. */
bool sealPasswordAsked(WindowBench& bench) {
    static const test::SealFiles files(sealPassword());
    const QString key =
        files.write("central.pem", test::toPem(test::publicKeyDer(test::newRsaKey()), "PUBLIC KEY"));
    if (!ready(bench))
        return false;
    chooseOperation(bench, 1);
    bench.click("sealChoose");
    bench.find<QLineEdit>("sealPfx")->setText(files.pfx);
    bench.find<QLineEdit>("sealAuthCertificate")->setText(files.auth);
    bench.find<QLineEdit>("sealCentralKey")->setText(key);
    bench.click("sealUse");
    return QTest::qWaitFor([&] { return bench.find("centralKeyAccept")->isVisible(); }, 20'000);
}

/** The e-seal is open; the service's key has not been seen before. */
bool sealOpened(WindowBench& bench) {
    if (!sealPasswordAsked(bench))
        return false;
    QTest::keyClicks(bench.find<QLineEdit>("sealPasswordField"), QString::fromLatin1(sealPassword()));
    bench.click("sealPasswordOpen");
    return QTest::qWaitFor([&] { return bench.textOf("sealOwner").contains(u"Paraugs"_s); }, 20'000);
}

bool sealReady(WindowBench& bench) {
    if (!sealOpened(bench))
        return false;
    auto* form = bench.find<QComboBox>("resultForm");
    form->setCurrentIndex(form->findData(static_cast<int>(signing::ResultForm::Pdf)));
    bench.click("centralKeyAccept");
    return true;
}

bool archive(WindowBench& bench) {
    if (!signedOne(bench))
        return false;
    chooseOperation(bench, 2);
    auto* button = bench.find<QPushButton>("signButton");
    return QTest::qWaitFor([button] { return button->isEnabled(); }, 20'000);
}

bool report(WindowBench& bench) {
    if (!signedOne(bench))
        return false;
    bench.click("detailsCheck");
    const auto arrived = [&] { return bench.window->findChild<QWidget*>(u"reportVerdict"_s) != nullptr; };
    return QTest::qWaitFor(arrived, 30'000);
}

bool noCard(WindowBench& bench) {
    bench.demo.virtualReaders().remove(sandbox::VirtualReaders::demoReaderName());
    return ready(bench) && QTest::qWaitFor([&] { return !bench.cards->selected().has_value(); });
}

bool firstRun(WindowBench& bench) {
    bench.profiles.remove(u"Demo"_s);
    bench.window->begin();
    bench.find("demoBar")->hide();  // who has no profile is in no demo
    return true;
}

bool dialog(WindowBench& bench, const char* action) {
    bench.find<QAction>(action)->trigger();
    return true;
}

bool identifiers(WindowBench& bench) {
    dialog(bench, "actionAddIdentifiers");
    const QStringList ids = bench.demo.service().sessions;
    bench.find<QPlainTextEdit>("identifiersText")
        ->setPlainText(ids.mid(0, 6).join(u'\n') + u"\n"_s + ids[0] + u"\nnot/an/identifier\n"_s);
    return true;
}

/** Cancelled when the card had signed, and nothing was sent. */
bool unfinished(WindowBench& bench) {
    if (!ready(bench))
        return false;
    bench.demo.serviceThread().faults().add(
        {.kind = sandbox::FaultKind::Delay, .operation = sandbox::Operation::List, .amount = 30'000});
    const auto all = [&bench] { return bench.countOf(signing::SessionState::Signed) >= 12; };
    if (!bench.signAndAwaitPin())
        return false;
    bench.enterPin(test::goodPin());
    if (!QTest::qWaitFor(all, 30'000))
        return false;
    bench.click("stopButton");
    return bench.awaitEnd() &&
           QTest::qWaitFor([&bench] { return bench.find("unfinishedBar")->isVisible(); }, 10'000);
}

bool unfinishedList(WindowBench& bench) {
    if (!unfinished(bench))
        return false;
    bench.click("unfinishedList");
    return true;
}

bool history(WindowBench& bench) {
    if (!results(bench))
        return false;
    bench.find<QAction>("actionHistory")->trigger();
    auto* list = bench.find<QTreeWidget>("historyList");
    if (!QTest::qWaitFor([list] { return list->topLevelItemCount() == 1; }, 10'000))
        return false;
    list->topLevelItem(0)->setExpanded(true);
    return QTest::qWaitFor([list] { return list->topLevelItem(0)->childCount() > 0; }, 10'000);
}

bool checkup(WindowBench& bench) {
    if (!noCard(bench))
        return false;
    bench.find<QAction>("actionCheckup")->trigger();
    return QTest::qWaitFor([&bench] { return bench.textOf("checkupWords").endsWith(u':'); }, 10'000);
}

bool noReader(WindowBench& bench) {
    bench.demo.virtualReaders().unplug(sandbox::VirtualReaders::demoReaderName());
    return ready(bench) && QTest::qWaitFor([&] { return bench.cards->readers().isEmpty(); });
}

/** Two persons' cards; with `chosen`, the second one is signed with. */
bool twoCards(WindowBench& bench, bool chosen) {
    const QString second = u"Gemalto PC Twin Reader 00 00"_s;
    auto& readers = bench.demo.virtualReaders();
    readers.plugIn(u"ACS ACR122U PICC Interface 01 00"_s);
    readers.plugIn(second);
    readers.insert(second, test::demoCard(sandbox::CardPersonalisation::Cosmo8Rsa));
    const auto usable = [&] {
        const auto all = bench.cards->readers();
        return std::count_if(all.begin(), all.end(), [](const signing::DeskReader& reader) {
                   return reader.state == signing::DeskReader::State::Usable;
               }) == 2;
    };
    if (!ready(bench) || !QTest::qWaitFor(usable, 10'000))
        return false;
    if (chosen)
        bench.cards->choose(second);
    else
        bench.find<QComboBox>("cardReaders")->showPopup();
    return true;
}

/** PIN2 is asked for before every signature, and one has been made. */
bool eachPin(WindowBench& bench) {
    if (!pin(bench))
        return false;
    bench.enterPin(test::goodPin());
    return QTest::qWaitFor([&] { return bench.textOf("pinPromise").contains(u'2'); }, 20'000);
}

/** How the demo is set up for a scene that needs something unusual from the start. */
sandbox::DemoOptions optionsFor(const QString& scene) {
    sandbox::DemoOptions options;
    options.card.timePerSignature = std::chrono::milliseconds(scene == "progress"_L1 ? 400 : 0);
    options.card.contactless = scene == "card-contactless"_L1;
    if (scene == "card-blocked"_L1)
        options.card.pin2Tries.left = 0;
    if (scene == "pins-blocked"_L1 || scene == "pin-unblock"_L1) {
        options.card.pin1Tries = {3, 1};
        options.card.pin2Tries = {3, 0};
    }
    if (scene == "card-expired"_L1)
        options.certificates = {-1000, -2, true};
    if (scene == "card-soon"_L1 || scene == "pin-soon"_L1)
        options.certificates = {-1000, 12, false};
    return options;
}

/** Before the window is there. */
void askForEach(WindowBench& bench) {
    if (!bench.start().isEmpty())
        return;  // open() will say it
    signing::Profile profile = *bench.profiles.find(u"Demo"_s);
    profile.askForEachSignature = true;
    bench.profiles.save(profile);
}

test::Staging stagingFor(const QString& scene) {
    if (scene == "card-no-service"_L1)
        return {base::Error(base::ErrorCode::PcscNotRunning), {}};
    if (scene == "card-unknown"_L1)
        return {{}, QByteArray::fromHex("3B6500002063CBB800")};
    return {};
}

/** The dialog with the card's PINs, read. */
bool pins(WindowBench& bench) {
    if (!ready(bench))
        return false;
    bench.click("cardPins");
    return QTest::qWaitFor([&bench] { return bench.find("pin2Unblock")->isEnabled(); }, 10'000);
}

/** What a person types who changes PIN1 badly. */
bool pinChange(WindowBench& bench) {
    if (!pins(bench))
        return false;
    bench.click("pin1Change");
    for (const auto& [field, digits] :
         {std::pair("pinFormPresent", u"1234"_s), std::pair("pinFormNew", u"4321"_s),
          std::pair("pinFormAgain", u"4321"_s)})
        QTest::keyClicks(bench.find<QLineEdit>(field), digits);
    return true;
}

/** PIN2 is blocked; the PUK was wrong twice. */
bool pinUnblock(WindowBench& bench) {
    if (!pins(bench))
        return false;
    for (int tries = 2; tries >= 1; --tries) {
        if (tries == 2)
            bench.click("pin2Unblock");
        for (const auto& [field, digits] :
             {std::pair("pinFormPresent", u"87654321"_s), std::pair("pinFormNew", u"902731"_s),
              std::pair("pinFormAgain", u"902731"_s)})
            QTest::keyClicks(bench.find<QLineEdit>(field), digits);
        bench.click("pinsGo");
        const QString left = QString::number(tries);
        if (!QTest::qWaitFor(
                [&] {
                    return bench.textOf("pinFormTrouble").contains(left) &&
                           bench.textOf("pinFormNew").isEmpty() && bench.find("pinFormNew")->isEnabled();
                },
                10'000))
            return false;
        QTest::qWait(300);
    }
    return true;
}

bool pinChanged(WindowBench& bench) {
    if (!pinChange(bench))
        return false;
    bench.click("pinsGo");
    return QTest::qWaitFor([&bench] { return bench.find("pinsDone")->isVisible(); }, 10'000);
}

const QMap<QString, Scene>& scenes() {
    static const QMap<QString, Scene> all{
        {u"empty"_s, [](WindowBench&) { return true; }},
        {u"ready"_s, ready},
        {u"row-forms"_s, rowForms},
        {u"row-menu"_s, rowMenu},
        {u"pin"_s, pin},
        {u"wrong-pin"_s, wrongPin},
        {u"progress"_s, progress},
        {u"results"_s, results},
        {u"signed"_s, signedOne},
        {u"no-card"_s, noCard},
        {u"no-reader"_s, noReader},
        {u"card-no-service"_s, ready},
        {u"card-unknown"_s, ready},
        {u"card-contactless"_s, ready},
        {u"card-expired"_s, ready},
        {u"card-soon"_s, ready},
        {u"card-blocked"_s, ready},
        {u"two-cards"_s, [](WindowBench& bench) { return twoCards(bench, false); }},
        {u"two-cards-chosen"_s, [](WindowBench& bench) { return twoCards(bench, true); }},
        {u"pin-soon"_s, pin},
        {u"pin-each"_s, eachPin},
        {u"seal-password"_s, sealPasswordAsked},
        {u"seal-key"_s, sealOpened},
        {u"seal"_s, sealReady},
        {u"archive"_s, archive},
        {u"report"_s, report},
        {u"first-run"_s, firstRun},
        {u"identifiers"_s, identifiers},
        {u"unfinished"_s, unfinished},
        {u"unfinished-list"_s, unfinishedList},
        {u"history"_s, history},
        {u"checkup"_s, checkup},
        {u"pins"_s, pins},
        {u"pins-blocked"_s, pins},
        {u"pin-change"_s, pinChange},
        {u"pin-changed"_s, pinChanged},
        {u"pin-unblock"_s, pinUnblock},
        {u"settings"_s, [](WindowBench& bench) { return dialog(bench, "actionSettings"); }},
        {u"profiles"_s, [](WindowBench& bench) { return dialog(bench, "actionProfiles"); }},
        {u"about"_s, [](WindowBench& bench) { return dialog(bench, "actionAbout"); }},
    };
    return all;
}

ui::Appearance appearanceOf(const QString& name) {
    return name == "dark"_L1    ? ui::Appearance::Dark
           : name == "light"_L1 ? ui::Appearance::Light
                                : ui::Appearance::System;
}

/** No window manager, no frames: an edge shows where a dialog ends. */
void frameDialogs(QPixmap& picture) {
    QPainter painter(&picture);
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (!widget->isVisible() || qobject_cast<QDialog*>(widget) == nullptr)
            continue;
        for (int i = 1; i <= 6; ++i) {
            painter.setPen(QColor(0, 0, 0, i == 1 ? 150 : 42 - i * 6));
            painter.drawRect(widget->geometry().adjusted(-i, -i, i - 1, i - 1));
        }
    }
}

int fail(const QString& why) {
    std::fprintf(stderr, "signet-screenshots: %s\n", qUtf8Printable(why));
    return 1;
}

}  // namespace

/** One picture of the whole screen for each call; packaging/screenshots.sh makes the screen and calls. */
int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"scene"_s, u"Which."_s, u"NAME"_s, u"ready"_s},
                       {u"language"_s, u"en, lv or ru."_s, u"CODE"_s, u"en"_s},
                       {u"appearance"_s, u"light, dark or system."_s, u"NAME"_s, u"light"_s},
                       {u"out"_s, u"The picture."_s, u"FILE"_s}});
    parser.process(application);
    const Scene scene = scenes().value(parser.value(u"scene"_s));
    if (!scene)
        return fail(u"there is no such scene; there are: "_s + scenes().keys().join(u' '));

    WindowBench bench(optionsFor(parser.value(u"scene"_s)), stagingFor(parser.value(u"scene"_s)));
    bench.settings.setLanguage(parser.value(u"language"_s));
    bench.settings.setAppearance(appearanceOf(parser.value(u"appearance"_s)));
    if (parser.value(u"scene"_s) == "pin-each"_L1)
        askForEach(bench);
    if (const QString problem = bench.open(); !problem.isEmpty())
        return fail(problem);
    bench.window->setGeometry(application.primaryScreen()->geometry());
    if (!scene(bench))
        return fail(u"the scene did not come about"_s);
    QTest::qWait(400);
    QPixmap picture = application.primaryScreen()->grabWindow(0);
    frameDialogs(picture);
    if (!picture.save(parser.value(u"out"_s)))
        return fail(u"the picture could not be saved"_s);
    return 0;
}
