#pragma once

#include <QObject>

#include "signing/Profile.h"

namespace signet::signing {

/** The profiles of this person, in the program's settings file, and which one is in use. Main thread. */
class ProfileStore : public QObject {
    Q_OBJECT
public:
    /** An empty path means the usual place, the same for all of Signet's programs: signet/profiles.ini in
     * QStandardPaths::GenericConfigLocation. */
    explicit ProfileStore(const QString& settingsFile = {}, QObject* parent = nullptr);

    QStringList names() const;
    std::optional<Profile> find(const QString& name) const;
    QString currentName() const;
    void setCurrent(const QString& name);
    void save(const Profile& profile);  ///< replaces one of the same name
    void remove(const QString& name);
    /** Keeps the fingerprint of a central key that a person has seen and accepted; only for a profile that is
     * kept here. */
    void acceptCentralKey(const QString& name, const QString& fingerprint);

    /** Addresses of the public service, to begin with: test and production (signapi.md 1.1). */
    static QList<Profile> suggestions();

Q_SIGNALS:
    void changed();

private:
    QString m_file;
};

}  // namespace signet::signing
