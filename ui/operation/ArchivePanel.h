#pragma once

#include <optional>

#include "base/Expected.h"
#include "crypto/Certificate.h"
#include "ui/common/Panel.h"

class QComboBox;
class QFormLayout;
class QLabel;

namespace signet::signing {
class CardDesk;
}

namespace signet::ui {

class CertificateReader;
class ErrorView;
class WarningList;
class FileField;
class ProfileConnection;
class UiSettings;

/** With whose authentication certificate archive time stamps are requested: the profile's, the e-seal's, the
 * card's (no PIN is needed), or one from a file. */
class ArchivePanel : public Panel {
    Q_OBJECT
public:
    enum class Source { Profile, Seal, Card, File };

    ArchivePanel(signing::CardDesk& cards, ProfileConnection& connection, UiSettings& settings,
                 QWidget* parent = nullptr);

    /** Good for use now, or why not; nothing while it is being read. */
    const std::optional<base::Expected<crypto::Certificate>>& certificate() const { return m_certificate; }
    /** What keeps a batch from beginning, in words; empty if nothing does. */
    QString obstacle() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void refreshSources();
    void refresh();
    void showCertificate();
    Source source() const;
    QString chosenFile() const;

    signing::CardDesk& m_cards;
    ProfileConnection& m_connection;
    UiSettings& m_settings;
    CertificateReader* m_reader;
    std::optional<base::Expected<crypto::Certificate>> m_certificate;
    QLabel* m_explanation;
    QComboBox* m_source;
    FileField* m_file;
    QFormLayout* m_form;
    QLabel* m_name;
    QLabel* m_validity;
    ErrorView* m_problem;
    WarningList* m_warnings;
};

}  // namespace signet::ui
