#include "ui/seal/CentralKeyBox.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/ErrorView.h"
#include "ui/common/Formatting.h"
#include "ui/common/TextBlock.h"
#include "ui/seal/SealConnection.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::CentralKey;

constexpr int ShownWhenAccepted = 26;

/** Eight bytes in each line: whole, whatever the width, and easy to compare. */
QString inLines(const QString& pairs) {
    constexpr qsizetype Line = 8 * 3;
    QStringList lines;
    for (qsizetype first = 0; first < pairs.size(); first += Line)
        lines += pairs.mid(first, Line).trimmed();
    return lines.join(u'\n');
}

}  // namespace

CentralKeyBox::CentralKeyBox(SealConnection& seal, QWidget* parent)
    : QWidget(parent),
      m_seal(seal),
      m_words(new QLabel(this)),
      m_fingerprint(new TextBlock(this)),
      m_error(new ErrorView(this)),
      m_accept(new QPushButton(this)),
      m_retry(new QPushButton(this)) {
    setObjectName(u"centralKeyBox"_s);
    m_words->setObjectName(u"centralKeyWords"_s);
    m_fingerprint->setObjectName(u"centralKeyFingerprint"_s);
    m_error->setObjectName(u"centralKeyError"_s);
    m_accept->setObjectName(u"centralKeyAccept"_s);
    m_retry->setObjectName(u"centralKeyRetry"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_fingerprint->setFixedPitch();
    m_error->setBrief(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_error);
    column->addWidget(m_words);
    column->addWidget(m_fingerprint);
    column->addWidget(m_accept, 0, Qt::AlignRight);
    column->addWidget(m_retry, 0, Qt::AlignRight);
    connect(&seal, &SealConnection::changed, this, &CentralKeyBox::refresh);
    connect(m_accept, &QPushButton::clicked, &seal, &SealConnection::acceptKey);
    connect(m_retry, &QPushButton::clicked, &seal, &SealConnection::askForKey);
    retranslate();
}

void CentralKeyBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CentralKeyBox::retranslate() {
    m_fingerprint->setAccessibleName(tr("Fingerprint of the service's key"));
    m_retry->setText(tr("Ask a&gain"));
    refresh();
}

void CentralKeyBox::refresh() {
    const auto& key = m_seal.centralKey();
    const bool isNew = key && key->standing == CentralKey::Standing::New;
    const bool isOther = key && key->standing == CentralKey::Standing::Changed;
    const auto changed = isOther ? std::optional(key->check().error()) : std::nullopt;
    m_error->setError(m_seal.keyError() ? m_seal.keyError() : changed);
    m_retry->setVisible(m_seal.keyError().has_value());
    m_accept->setVisible(isNew || isOther);
    m_accept->setText(isOther ? tr("Use the new &key") : tr("It is right: use this &key"));
    m_words->setVisible(key.has_value());
    m_fingerprint->setVisible(key.has_value());
    if (!key)
        return;
    if (isNew)
        m_words->setText(
            tr("The e-seal's password goes to the service encrypted with this key. Compare its "
               "fingerprint with the one that the service has published:"));
    else
        m_words->setText(isOther ? tr("Fingerprint of the new key:") : tr("Key of the service:"));
    const QString fingerprint = hexPairs(QByteArray::fromHex(key->fingerprint().toLatin1()));
    m_fingerprint->setText(isNew || isOther ? inLines(fingerprint)
                                            : shortened(fingerprint, ShownWhenAccepted));
    m_fingerprint->setToolTip(tr("SHA-256: %1").arg(fingerprint));
}

}  // namespace signet::ui
