#include "ui/operation/CertificateReader.h"

#include <QFileInfo>

#include "signing/AuthCertificateFile.h"
#include "ui/common/WhenDone.h"

namespace signet::ui {

std::optional<CertificateReader::Certificate> CertificateReader::read(const QString& path) {
    const QFileInfo file(path);
    const Choice choice{path, file.lastModified(), file.size()};
    if (m_choice == choice)
        return m_certificate;
    m_choice = choice;
    m_certificate.reset();
    whenDone(signing::readAuthCertificateInPool(path), this, [this, choice](const Certificate& certificate) {
        if (m_choice != choice)
            return;
        m_certificate = certificate;
        Q_EMIT changed();
    });
    return std::nullopt;
}

}  // namespace signet::ui
