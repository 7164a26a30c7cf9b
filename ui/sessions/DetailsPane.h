#pragma once

#include <QScrollArea>

#include "signing/SessionList.h"

class QFormLayout;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace signet::ui {

class ErrorView;
class TextBlock;

/** What became of the selected session: its state, its error, its signed document, and what it is made of. */
class DetailsPane : public QScrollArea {
    Q_OBJECT
public:
    explicit DetailsPane(signing::SessionList& sessions, QWidget* parent = nullptr);

    /** Nothing, one session, or so many of them. */
    void showSessions(const QList<signing::SessionKey>& keys);

Q_SIGNALS:
    void saveWanted(signet::signing::SessionKey key);
    void checkWanted(signet::signing::SessionKey key);
    void openWanted(const QString& path);
    void openFolderWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void addDimmedRow(TextBlock* value);
    void connectParts();
    void retranslate();
    void refresh();
    void showSession(const signing::Session& session);
    void showDocuments(const signing::Session& session);
    void showResult(const signing::Session& session);
    void showFacts(const signing::Session& session);
    void setFact(TextBlock* value, const QString& text);
    const signing::Session* session() const;

    signing::SessionList& m_sessions;
    QList<signing::SessionKey> m_keys;
    QLabel* m_heading;
    QLabel* m_hint;
    QWidget* m_body;
    TextBlock* m_title;
    QLabel* m_stateIcon;
    QLabel* m_state;
    ErrorView* m_error;
    QWidget* m_result;
    TextBlock* m_savedAs;
    QPushButton* m_open;
    QPushButton* m_openFolder;
    QPushButton* m_save;
    QPushButton* m_check;
    QLabel* m_documentsLabel;
    QTreeWidget* m_documents;
    QFormLayout* m_facts;
    TextBlock* m_identifier;
    TextBlock* m_file;
    TextBlock* m_digestName;
    TextBlock* m_digestBase64;
    TextBlock* m_digestHex;
    TextBlock* m_times;
};

}  // namespace signet::ui
