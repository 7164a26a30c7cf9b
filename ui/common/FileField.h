#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace signet::ui {

/** The path of a file: to be typed, or chosen in a dialog. */
class FileField : public QWidget {
    Q_OBJECT
public:
    /** `name` is the object name of the line to type in. */
    explicit FileField(const char* name, QWidget* parent = nullptr);

    QString path() const;
    void setPath(const QString& path);
    /** What the field is, for those who do not see it and as the title of the dialog. */
    void setWords(const QString& accessibleName, const QString& placeholder, const QString& chooseText);
    /** Such as "Certificates (*.pem *.crt *.cer)"; all files can always be chosen, too. */
    void setFilter(const QString& filter);

Q_SIGNALS:
    void changed();

private:
    void choose();

    QLineEdit* m_path;
    QPushButton* m_choose;
    QString m_filter;
};

}  // namespace signet::ui
