#include "ui/sessions/DocumentTree.h"

#include <QHeaderView>
#include <algorithm>

#include "base/PrintableText.h"
#include "signing/Session.h"
#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

constexpr int MostLines = 6;

}  // namespace

DocumentTree::DocumentTree(QWidget* parent) : QTreeWidget(parent) {
    setRootIsDecorated(false);
    setColumnCount(2);
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setTextElideMode(Qt::ElideMiddle);
    setSelectionMode(QAbstractItemView::NoSelection);
}

void DocumentTree::showSession(const signing::Session& session) {
    clear();
    QList<signing::Document> documents = session.documentsBefore.value_or(QList<signing::Document>());
    documents += session.results;
    auto lines = static_cast<int>(documents.size());
    for (const auto& document : documents) {
        auto* item = new QTreeWidgetItem({base::printable(document.name), fileSize(document.size)});
        item->setToolTip(0, base::printable(document.name).toHtmlEscaped());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        if (session.results.contains(document))
            item->setIcon(0, icon("state-finalized"_L1));
        addTopLevelItem(item);
        for (const QString& name : document.includedNames)
            item->addChild(new QTreeWidgetItem({base::printable(name)}));
        lines += static_cast<int>(document.includedNames.size());
    }
    expandAll();
    setVisible(!isEmpty());
    setFixedHeight(std::clamp(lines, 1, MostLines) * sizeHintForRow(0) + 2 * frameWidth() + 6);
}

}  // namespace signet::ui
