#include "card/CardDrivers.h"

#include "card/Contactless.h"
#include "card/IdemiaEid.h"

namespace signet::card {

Expected<std::unique_ptr<SigningCard>> connectSigningCard(TimedReaders& readers, const QString& reader,
                                                          KnownCards& known) {
    Expected<std::unique_ptr<SigningCard>> own = readers.openCard(reader);
    if (!own || *own)
        return own;
    Expected<std::unique_ptr<CardTransport>> transport = readers.connect(reader);
    if (!transport)
        return tl::unexpected(transport.error());
    const QByteArray atr = (*transport)->atr();
    const auto isUnknown = [&](base::ErrorCode why) {
        return base::fail(why, QStringList{reader}, QString(u"ATR " % QString::fromLatin1(atr.toHex())));
    };
    // Its historical bytes are the same as in the slot, but it answers nothing before PACE.
    if (isContactlessAtr(atr))
        return isUnknown(base::ErrorCode::ReaderContactless);
    const IdemiaCountry* const country = IdemiaCountry::of(atr);
    if (country == nullptr)
        return isUnknown(isContactlessReader(reader) ? base::ErrorCode::ReaderContactless
                                                     : base::ErrorCode::CardUnknown);
    return std::make_unique<IdemiaEid>(std::move(*transport), reader, known, *country);
}

}  // namespace signet::card
