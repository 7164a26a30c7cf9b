#include "WindowBench.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>

#include "ui/common/MessageBar.h"
#include "ui/profile/ProfileConnection.h"

using namespace Qt::StringLiterals;

namespace signet::test {

WindowBench::WindowBench(sandbox::DemoOptions options, std::shared_ptr<card::CardReaders> readers)
    : demo(std::move(options)),
      settings(place.filePath(u"window.ini"_s)),
      profiles(place.filePath(u"profiles.ini"_s)),
      secrets(signing::makeMemorySecretStore()),
      sealPasswords(signing::makeMemorySecretStore()),
      m_readers(std::move(readers)) {
    settings.setLanguage(u"en"_s);
}

WindowBench::WindowBench(sandbox::DemoOptions options, const Staging& staging)
    : WindowBench(std::move(options)) {
    m_readers = std::make_shared<StagedReaders>(demo.readers(), staging);
}

WindowBench::~WindowBench() {
    window.reset();
    cards.reset();
}

QString WindowBench::start() {
    if (m_started)
        return {};
    if (const auto started = demo.start(); !started)
        return u"the demo: "_s + started.error().message() + u' ' + started.error().detail();
    m_started = true;
    signing::Profile profile;
    profile.name = u"Demo"_s;
    profile.api = demo.service().api;
    profile.tokenUrl = demo.service().tokenUrl;
    profile.clientId = demo.service().clientId;
    profile.caFile = demo.service().caFile;
    profiles.save(profile);
    profiles.setCurrent(profile.name);
    secrets->write(profile.name, std::make_shared<base::SecretBytes>(demo.clientSecret()));
    return {};
}

QString WindowBench::open() {
    if (const QString problem = start(); !problem.isEmpty())
        return problem;
    cards = std::make_unique<signing::CardDesk>(m_readers ? m_readers : demo.readers());
    lookAndLanguage = std::make_unique<ui::LookAndLanguage>(settings);
    ui::DemoOffer offer{demo.service().sessions, goodPin(), sealPassword(), nullptr};
    window = std::make_unique<ui::MainWindow>(ui::Workplace{
        sessions, *cards, service, profiles, *secrets, *sealPasswords, settings, journal, offer, nullptr});
    window->resize(1280, 800);
    window->show();
    window->begin();
    const auto* connection = window->findChild<ui::ProfileConnection*>();
    const auto ready = [this, connection] {
        return cards->isSettled() && connection->state() == ui::ProfileConnection::State::Connected;
    };
    return QTest::qWaitFor(ready, 30'000) ? QString() : u"card or service did not come"_s;
}

QWidget* WindowBench::pinDialog() const {
    auto* dialog = window->findChild<QWidget*>(u"pinDialog"_s);
    return dialog != nullptr && dialog->isVisible() ? dialog : nullptr;
}

void WindowBench::click(const char* button) const {
    QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
}

QString WindowBench::textOf(const char* name) const {
    QWidget* widget = find<QWidget>(name);
    if (const auto* label = qobject_cast<QLabel*>(widget))
        return label->text();
    if (const auto* text = qobject_cast<QPlainTextEdit*>(widget))
        return text->toPlainText();
    if (const auto* button = qobject_cast<QAbstractButton*>(widget))
        return button->text();
    if (const auto* edit = qobject_cast<QLineEdit*>(widget))
        return edit->text();
    qFatal("%s says nothing", name);
    return {};
}

QString WindowBench::message() const {
    return find<ui::MessageBar>("messageBar")->text();
}

void WindowBench::addSamples() {
    window->addIdentifiers(demo.service().sessions);
}

bool WindowBench::signAndAwaitPin() {
    auto* button = find<QPushButton>("signButton");
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }))
        return false;
    click("signButton");
    return QTest::qWaitFor([this] { return pinDialog() != nullptr; }, 30'000);
}

void WindowBench::enterPin(const QString& pin) {
    QTest::keyClicks(find<QLineEdit>("pinField"), pin);
    click("pinSign");
}

bool WindowBench::awaitEnd(int milliseconds) {
    return QTest::qWaitFor(
        [this] { return !message().isEmpty() && !find("stopButton")->isVisibleTo(window.get()); },
        milliseconds);
}

int WindowBench::countOf(signing::SessionState state) const {
    int count = 0;
    for (int row = 0; row < sessions.size(); ++row)
        count += sessions.at(row).state == state ? 1 : 0;
    return count;
}

QStringList WindowBench::states() const {
    QStringList list;
    for (int row = 0; row < sessions.size(); ++row)
        list += signing::toString(sessions.at(row).state);
    return list;
}

QAbstractItemModel& WindowBench::table() const {
    return *find<QTreeView>("sessionTable")->model();
}

}  // namespace signet::test
