#pragma once

#include <QTreeWidget>

namespace signet::signing {
struct Session;
}

namespace signet::ui {

/** What a session is made of: its documents with what is in them, and what came of it. As high as that is, up
 * to a few lines; hidden where nothing is known. */
class DocumentTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit DocumentTree(QWidget* parent = nullptr);

    void showSession(const signing::Session& session);
    bool isEmpty() const { return topLevelItemCount() == 0; }
};

}  // namespace signet::ui
