#include "card/CardDrivers.h"

#include "card/IdemiaEid.h"

namespace signet::card {

Expected<std::unique_ptr<SigningCard>> connectSigningCard(TimedReaders& readers, const QString& reader,
                                                          KnownCards& known) {
    Expected<std::unique_ptr<CardTransport>> transport = readers.connect(reader);
    if (!transport)
        return tl::unexpected(transport.error());
    const QByteArray atr = (*transport)->atr();
    const IdemiaCountry* const country = IdemiaCountry::of(atr);
    if (country == nullptr)
        return base::fail(base::ErrorCode::CardUnknown, QStringList{reader},
                          QString(u"ATR " % QString::fromLatin1(atr.toHex())));
    return std::make_unique<IdemiaEid>(std::move(*transport), reader, known, *country);
}

}  // namespace signet::card
