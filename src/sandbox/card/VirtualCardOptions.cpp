#include "sandbox/card/VirtualCardOptions.h"

#include <QByteArrayView>

namespace signet::sandbox {

CardPins CardPins::demo() {
    return {base::SecretBytes(QByteArrayView("1234")), base::SecretBytes(QByteArrayView("123456")),
            base::SecretBytes(QByteArrayView("12345678"))};
}

}  // namespace signet::sandbox
