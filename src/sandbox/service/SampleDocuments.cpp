#include "sandbox/service/SampleDocuments.h"

#include <array>

namespace signet::sandbox {
namespace {

struct Kind {
    QString title;
    QString text;
};

const QList<Kind>& kinds() {
    static const QList<Kind> list{
        {u"Līgums"_qs, u"Par telpu nomu"_qs},
        {u"Rīkojums"_qs, u"Par atvaļinājuma piešķiršanu"_qs},
        {u"Rēķins"_qs, u"Par pakalpojumiem novembrī"_qs},
        {u"Pieņemšanas akts"_qs, u"Darbi ir izpildīti"_qs},
        {u"Iesniegums"_qs, u"Lūdzu izsniegt izziņu"_qs},
        {u"Protokols"_qs, u"Valdes sēde"_qs},
    };
    return list;
}

/** Latvian letters without their marks: the standard fonts of PDF do not have them. */
QByteArray plainLetters(const QString& text) {
    QByteArray plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.unicode() >= 0x20 && c.unicode() < 0x7f) {
            if (c == u'(' || c == u')' || c == u'\\')
                plain.append('\\');
            plain.append(c.toLatin1());
        }
    }
    return plain;
}

}  // namespace

QByteArray samplePdf(const QStringList& lines) {
    QByteArray content = "BT /F1 16 Tf 72 760 Td 24 TL\n";
    for (const QString& line : lines)
        content += "(" + plainLetters(line) + ") Tj T*\n";
    content += "ET";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 6\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    return pdf + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(pdf.size()) +
           "\n%%EOF\n";
}

QList<DataFile> sampleDocuments(int index, bool severalFiles) {
    const Kind& kind = kinds()[index % kinds().size()];
    const QString name = u"%1 %2-2026"_qs.arg(kind.title).arg(index + 1);
    const QStringList lines{name, kind.text, u"SIA Paraugs, Rīga"_qs};
    QList<DataFile> files;
    if (index % 5 == 4)
        files.append({name + u".txt", lines.join(u'\n').toUtf8() + "\n"});
    else
        files.append({name + u".pdf", samplePdf(lines)});
    if (severalFiles)
        files += {{u"Pielikums ar cenām %1.txt"_qs.arg(index + 1), u"Cena: 12 €\nŠī ir tāme.\n"_qs.toUtf8()},
                  {u"Kopsavilkums.pdf"_qs, samplePdf({u"Kopsavilkums"_qs, name})}};
    return files;
}

}  // namespace signet::sandbox
