#pragma once

#include <QTemporaryDir>

#include "sandbox/pki/DemoPki.h"

namespace signet::test {

/**
 * SoftHSM with a folder of its own for its tokens. Sets SOFTHSM2_CONF for this process and those that it
 * starts.
 */
class SoftHsm {
public:
    SoftHsm();

    /** Empty, or what is missing. */
    QString problem() const { return m_problem; }
    /** Makes a token with both of the card's keys and certificates; empty, or what went wrong. */
    QString addToken(const QString& label, const sandbox::CardIdentity& identity,
                     const QString& pin = QStringLiteral("123456"));
    /** The module's file. */
    const QString& module() const { return m_module; }

    /** A module that does what SoftHSM does, and misbehaves as UnrulyModule.cpp says. */
    static QString unrulyModule();
    /** The orders for it, one on each line; the calls that it wrote down are forgotten. */
    void order(const QByteArray& orders);
    QList<QByteArray> calls() const;

private:
    QString addKey(const QString& label, const QString& pin, const sandbox::KeyAndCertificate& own,
                   const QString& id);

    QTemporaryDir m_folder;
    QString m_module;
    QString m_problem;
};

}  // namespace signet::test
