#include "sandbox/service/PdfPlaceholder.h"

#include "sandbox/service/PdfRevision.h"

namespace signet::sandbox {
namespace {

/** Room for Contents, in bytes: certificates, attributes and a time stamp take 6 to 9 KiB. */
constexpr qsizetype ContentsBytes = 16 * 1024;
constexpr int MaxFields = 10'000;
const QByteArray EmptyRange = "[0 ********** ********** **********]";

/** The text of a signature dictionary, and where in it the two values lie that are filled in later. */
struct SealText {
    QByteArray text;
    qsizetype range;
    qsizetype contents;
};

QByteArray textString(const QString& text) {
    return QByteArray::fromStdString(QPDFObjectHandle::newUnicodeString(text.toStdString()).unparse());
}

SealText sealText(PdfSeal kind, const QString& name, const QDateTime& signingTime) {
    const bool isSignature = kind == PdfSeal::Signature;
    SealText seal;
    seal.text = isSignature ? "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
                            : "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161";
    if (isSignature) {
        const QByteArray time = signingTime.toUTC().toString(u"yyyyMMddHHmmss"_qs).toLatin1();
        seal.text += " /M (D:" + time + "+00'00') /Name " + textString(name);
    }
    seal.text += "\n/ByteRange ";
    seal.range = seal.text.size();
    seal.text += EmptyRange + "\n/Contents ";
    seal.contents = seal.text.size();
    seal.text += '<' + QByteArray(2 * ContentsBytes, '0') + "> >>";
    return seal;
}

/** DocMDP level 1: no change at all is permitted (ISO 32000-1, 12.8.2.2). */
bool forbidsChanges(const PdfRevision& revision) {
    QPDFObjectHandle permissions = revision.catalog().getKey("/Perms");
    QPDFObjectHandle certification = permissions.isDictionary() ? permissions.getKey("/DocMDP") : permissions;
    QPDFObjectHandle references =
        certification.isDictionary() ? certification.getKey("/Reference") : QPDFObjectHandle::newNull();
    const int count = references.isArray() ? references.getArrayNItems() : 0;
    for (int i = 0; i < count; ++i) {
        QPDFObjectHandle reference = references.getArrayItem(i);
        QPDFObjectHandle parameters =
            reference.isDictionary() ? reference.getKey("/TransformParams") : QPDFObjectHandle::newNull();
        QPDFObjectHandle level = parameters.isDictionary() ? parameters.getKey("/P") : parameters;
        if (level.isInteger() && level.getIntValue() == 1)
            return true;
    }
    return false;
}

/** The array at `key` of the indirect `owner`, made if it is not there. What will change is touched. */
QPDFObjectHandle arrayForChange(PdfRevision& revision, QPDFObjectHandle owner, const std::string& key) {
    if (!owner.getKey(key).isArray())
        owner.replaceKey(key, QPDFObjectHandle::newArray());
    QPDFObjectHandle array = owner.getKey(key);
    revision.touch(array.isIndirect() ? array : owner);
    return array;
}

/** The interactive form, as an indirect object: made, or lifted out of the catalog, if need be. */
QPDFObjectHandle formForChange(PdfRevision& revision) {
    QPDFObjectHandle catalog = revision.catalog();
    QPDFObjectHandle form = catalog.getKey("/AcroForm");
    if (!form.isDictionary() || !form.isIndirect()) {
        form = revision.add(form.isDictionary() ? form : QPDFObjectHandle::newDictionary());
        catalog.replaceKey("/AcroForm", form);
        revision.touch(catalog);
    }
    constexpr int SignaturesExistAppendOnly = 3;
    form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(SignaturesExistAppendOnly));
    revision.touch(form);
    return form;
}

std::string unusedFieldName(QPDFObjectHandle fields, const std::string& stem) {
    std::set<std::string> used;
    const int count = std::min(fields.getArrayNItems(), MaxFields);
    for (int i = 0; i < count; ++i) {
        QPDFObjectHandle field = fields.getArrayItem(i);
        if (field.isDictionary() && field.getKey("/T").isString())
            used.insert(field.getKey("/T").getUTF8Value());
    }
    int number = 1;
    while (used.count(stem + std::to_string(number)) > 0)
        ++number;
    return stem + std::to_string(number);
}

/** Field and widget in one (ISO 32000-1, 12.7.4.5); without area, so it shows nothing, however the page is
 * turned. */
void addField(PdfRevision& revision, QPDFObjectHandle seal, const std::string& stem) {
    constexpr int PrintLocked = 4 | 128;
    QPDFObjectHandle page = revision.firstPage();
    QPDFObjectHandle fields = arrayForChange(revision, formForChange(revision), "/Fields");
    QPDFObjectHandle field =
        QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] >>");
    field.replaceKey("/F", QPDFObjectHandle::newInteger(PrintLocked));
    field.replaceKey("/T", QPDFObjectHandle::newUnicodeString(unusedFieldName(fields, stem)));
    field.replaceKey("/V", seal);
    field.replaceKey("/P", page);
    const QPDFObjectHandle reference = revision.add(field);
    fields.appendItem(reference);
    arrayForChange(revision, page, "/Annots").appendItem(reference);
}

}  // namespace

Expected<PdfPlaceholder> PdfPlaceholder::reserve(const QByteArray& pdf, PdfSeal kind, const QString& name,
                                                 const QDateTime& signingTime) {
    auto revision = PdfRevision::open(pdf);
    if (!revision)
        return tl::unexpected(revision.error());
    return readingPdf([&]() -> Expected<PdfPlaceholder> {
        if (forbidsChanges(*revision))
            return unreadablePdf(u"the author of the PDF allows no further changes"_qs);
        const SealText seal = sealText(kind, name, signingTime);
        const QPDFObjectHandle reference = revision->addText(seal.text);
        addField(*revision, reference, kind == PdfSeal::Signature ? "Signature" : "DocTimeStamp");
        const PdfRevision::Written written = revision->write();
        const qsizetype body = written.bodies.value(QPDFObjectHandle(reference).getObjectID());
        PdfPlaceholder placeholder;
        placeholder.m_pdf = written.pdf;
        placeholder.m_contentsBegin = body + seal.contents;
        placeholder.m_contentsEnd = placeholder.m_contentsBegin + 2 * ContentsBytes + 2;
        const QByteArray range = "[0 " + QByteArray::number(placeholder.m_contentsBegin) + ' ' +
                                 QByteArray::number(placeholder.m_contentsEnd) + ' ' +
                                 QByteArray::number(written.pdf.size() - placeholder.m_contentsEnd) + ']';
        placeholder.m_pdf.replace(body + seal.range, EmptyRange.size(),
                                  range.leftJustified(EmptyRange.size(), ' '));
        return placeholder;
    });
}

QByteArray PdfPlaceholder::covered() const {
    return m_pdf.left(m_contentsBegin) + m_pdf.mid(m_contentsEnd);
}

Expected<QByteArray> PdfPlaceholder::filled(QByteArrayView der) const {
    if (der.size() > ContentsBytes)
        return base::fail(base::ErrorCode::InternalError, QStringList(),
                          u"the signature needs %1 bytes"_qs.arg(der.size()));
    QByteArray pdf = m_pdf;
    pdf.replace(m_contentsBegin + 1, 2 * der.size(), der.toByteArray().toHex());
    return pdf;
}

}  // namespace signet::sandbox
