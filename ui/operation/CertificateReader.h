#pragma once

#include <QDateTime>
#include <QObject>
#include <optional>

#include "base/Expected.h"
#include "crypto/Certificate.h"

namespace signet::ui {

/**
 * An authentication certificate out of a file, read in Qt's pool: a PFX takes its time to open. Once for each
 * choice, which is a path and when its file was last changed. Main thread.
 */
class CertificateReader : public QObject {
    Q_OBJECT
public:
    using Certificate = base::Expected<crypto::Certificate>;

    explicit CertificateReader(QObject* parent = nullptr) : QObject(parent) {}

    /** Nothing while it is being read; changed() says when it has been. Of several paths only the last one
     * counts. */
    std::optional<Certificate> read(const QString& path);

Q_SIGNALS:
    void changed();

private:
    struct Choice {
        QString path;
        QDateTime lastChange;
        qint64 size = -1;
        bool operator==(const Choice&) const = default;
    };

    std::optional<Choice> m_choice;
    std::optional<Certificate> m_certificate;
};

}  // namespace signet::ui
