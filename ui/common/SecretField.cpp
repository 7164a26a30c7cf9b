#include "ui/common/SecretField.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStringEncoder>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

constexpr std::size_t BytesPerLetter = 4;
constexpr std::size_t FirstRoom = 64 * BytesPerLetter;

// Stand-ins are characters that nobody types; only for secrets of absurd length there are too few of them,
// and ideographs follow.
constexpr char16_t FirstPrivate = 0xE000;
constexpr int PrivateCount = 6400;
constexpr char16_t FirstIdeograph = 0x4E00;
constexpr int IdeographCount = 20'992;
constexpr int StandInCount = PrivateCount + IdeographCount;

QChar standInFor(int index) {
    return index < PrivateCount ? QChar(FirstPrivate + index) : QChar(FirstIdeograph + index - PrivateCount);
}

int indexOf(QChar standIn) {
    const int letter = standIn.unicode();
    return letter >= FirstPrivate ? letter - FirstPrivate : letter - FirstIdeograph + PrivateCount;
}

/** As QLineEdit tells text from commands; AltGr is Ctrl and Alt together. */
bool isText(const QKeyEvent& event) {
    const QString text = event.text();
    const auto modifiers = event.modifiers();
    const bool isCommand = modifiers == Qt::ControlModifier ||
                           modifiers == (Qt::ControlModifier | Qt::ShiftModifier) ||
                           modifiers == Qt::MetaModifier;
    return !text.isEmpty() && !isCommand &&
           (text[0].isPrint() || text[0].isSurrogate() || text[0].category() == QChar::Other_PrivateUse);
}

qsizetype lengthOfLetter(QStringView letters) {
    return letters.size() > 1 && letters[0].isHighSurrogate() && letters[1].isLowSurrogate() ? 2 : 1;
}

}  // namespace

SecretField::SecretField(QWidget* parent) : QLineEdit(parent) {
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
    setMaxLength(StandInCount);
    setAcceptDrops(false);
    connect(this, &QLineEdit::textChanged, this, &SecretField::tidyUp);
}

void SecretField::setDigitsOnly() {
    m_digitsOnly = true;
    setInputMethodHints(inputMethodHints() | Qt::ImhDigitsOnly);
}

base::SecretBytes SecretField::secret() const {
    const QString standIns = text();
    base::SecretBytes room(static_cast<std::size_t>(standIns.size()) * BytesPerLetter);
    std::size_t size = 0;
    for (const QChar standIn : standIns) {
        const auto letter = m_letters.bytes().subspan(
            static_cast<std::size_t>(indexOf(standIn)) * BytesPerLetter, BytesPerLetter);
        for (std::size_t i = 0; i < BytesPerLetter && letter[i] != 0; ++i)
            room.bytes()[size++] = letter[i];
    }
    return base::SecretBytes(room.view().first(static_cast<qsizetype>(size)));
}

base::SecretBytes SecretField::takeSecret() {
    base::SecretBytes typed = secret();
    setText(QString());  // what is empty forgets its letters
    tidyUp();
    return typed;
}

void SecretField::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste))
        takeClipboard(QClipboard::Clipboard);
    else if (isText(*event))
        take(event->text());
    else
        return QLineEdit::keyPressEvent(event);
    event->accept();
}

void SecretField::inputMethodEvent(QInputMethodEvent* event) {
    take(event->commitString());  // of what is not finished yet, nothing is shown
    event->accept();
}

void SecretField::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::MiddleButton)
        return QLineEdit::mouseReleaseEvent(event);
    deselect();
    takeClipboard(QClipboard::Selection);
    event->accept();
}

void SecretField::contextMenuEvent(QContextMenuEvent* event) {
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    if (auto* paste = menu->findChild<QAction*>(u"edit-paste"_s)) {
        paste->disconnect();
        connect(paste, &QAction::triggered, this, [this] { takeClipboard(QClipboard::Clipboard); });
    }
    menu->exec(event->globalPos());
}

void SecretField::take(QStringView letters) {
    if (!isWanted(letters))
        return;
    qsizetype room = maxLength() - text().size() + selectedText().size();
    room = std::min<qsizetype>(room, StandInCount - m_used);
    QString standIns;
    for (; !letters.isEmpty() && room > 0; --room) {
        const qsizetype length = lengthOfLetter(letters);
        standIns += keep(letters.first(length));
        letters = letters.sliced(length);
    }
    if (!standIns.isEmpty() && !isReadOnly())
        insert(standIns);
}

void SecretField::takeClipboard(QClipboard::Mode mode) {
    const QClipboard& clipboard = *QGuiApplication::clipboard();
    if (mode == QClipboard::Selection && !clipboard.supportsSelection())
        return;
    QString copied = clipboard.text(mode);
    QStringView letters(copied);
    while (letters.endsWith(u'\n') || letters.endsWith(u'\r'))
        letters.chop(1);  // a line copied whole brings its end along
    take(letters);
    base::SecretBytes::takeFrom(copied);  // our copy; the clipboard's own is everybody's
}

bool SecretField::isWanted(QStringView letters) const {
    const auto isDigit = [](QChar one) { return one >= u'0' && one <= u'9'; };
    return !m_digitsOnly || std::all_of(letters.begin(), letters.end(), isDigit);
}

/** Its stand-in. */
QChar SecretField::keep(QStringView letter) {
    const std::size_t at = static_cast<std::size_t>(m_used) * BytesPerLetter;
    if (at == m_letters.size()) {
        base::SecretBytes more(std::max(FirstRoom, 2 * m_letters.size()));
        std::copy(m_letters.bytes().begin(), m_letters.bytes().end(), more.bytes().begin());
        m_letters = std::move(more);
    }
    QStringEncoder encoder(QStringEncoder::Utf8);
    encoder.appendToBuffer(reinterpret_cast<char*>(m_letters.bytes().data()) + at, letter);
    return standInFor(m_used++);
}

bool SecretField::isOurs(QChar standIn) const {
    const int index = indexOf(standIn);
    return index >= 0 && index < m_used && standInFor(index) == standIn;
}

/** Forgets the letters of an empty line, and takes what another program has put there (setText()) for typed.
 */
void SecretField::tidyUp() {
    const QString shown = text();
    if (shown.isEmpty()) {
        m_letters.wipe();
        m_used = 0;
        return;
    }
    if (std::all_of(shown.begin(), shown.end(), [this](QChar one) { return isOurs(one); }))
        return;
    QString standIns;
    for (QStringView rest = shown; !rest.isEmpty();) {
        const qsizetype length = lengthOfLetter(rest);
        if (isOurs(rest[0]))
            standIns += rest[0];
        else if (isWanted(rest.first(length)))
            standIns += keep(rest.first(length));
        rest = rest.sliced(length);
    }
    setText(standIns);
}

}  // namespace signet::ui
