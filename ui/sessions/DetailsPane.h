#pragma once

#include <QScrollArea>
#include <QTimer>

#include "signing/SessionList.h"
#include "ui/operation/PlanText.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace signet::ui {

class DocumentTree;
class ErrorView;
class TextBlock;

/** What became of the selected session, and what will be done to it: its state, its error, its signed
 * document, what is intended, and what it is made of. */
class DetailsPane : public QScrollArea {
    Q_OBJECT
public:
    explicit DetailsPane(signing::SessionList& sessions, QWidget* parent = nullptr);

    /** Nothing, one session, or so many of them. */
    void showSessions(const QList<signing::SessionKey>& keys);
    /** What will be done to it, if it is part of the next run. */
    void setIntent(const Intent& intent);

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
    void showPlan(const signing::Session& session);
    void showResult(const signing::Session& session);
    QString planOfMany() const;
    void showFacts(const signing::Session& session);
    void setFact(TextBlock* value, const QString& text);
    const signing::Session* session() const;

    signing::SessionList& m_sessions;
    QList<signing::SessionKey> m_keys;
    Intent m_intent;
    QTimer m_later;
    QLabel* m_heading;
    QLabel* m_hint;
    QWidget* m_body;
    TextBlock* m_title;
    QLabel* m_stateIcon;
    QLabel* m_state;
    ErrorView* m_error;
    QLabel* m_planLabel;
    TextBlock* m_plan;
    QWidget* m_result;
    TextBlock* m_savedAs;
    QPushButton* m_open;
    QPushButton* m_openFolder;
    QPushButton* m_save;
    QPushButton* m_check;
    QLabel* m_documentsLabel;
    DocumentTree* m_documents;
    QFormLayout* m_facts;
    TextBlock* m_identifier;
    TextBlock* m_file;
    TextBlock* m_digestName;
    TextBlock* m_digestBase64;
    TextBlock* m_digestHex;
    TextBlock* m_times;
};

}  // namespace signet::ui
