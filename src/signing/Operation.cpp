#include "signing/Operation.h"

namespace signet::signing {

QString toString(Operation operation) {
    switch (operation) {
        case Operation::Sign:
            return QStringLiteral("sign");
        case Operation::Seal:
            return QStringLiteral("seal");
        case Operation::Archive:
            return QStringLiteral("archive");
    }
    return {};
}

QList<Operation> allOperations() {
    return {Operation::Sign, Operation::Seal, Operation::Archive};
}

}  // namespace signet::signing
