#pragma once

#include <QIODevice>
#include <memory>
#include <vector>

namespace signet::signapi {

/**
 * The body of a request that must leave once only. QNetworkAccessManager sends a request again by itself when
 * the peer closes before its first answer byte, POST included; it rewinds the body for that, and this one
 * cannot be rewound. Sequential and unbuffered, so what nobody has read yet is certainly not under way.
 */
class SingleShotBody final : public QIODevice {
    Q_OBJECT
public:
    explicit SingleShotBody(QByteArray content);
    /** `head`, then exactly `size` bytes of `middle` from its position on, then `tail`. */
    SingleShotBody(QByteArray head, std::shared_ptr<QIODevice> middle, qint64 size, QByteArray tail);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_taken >= m_total; }
    qint64 bytesAvailable() const override;

    qint64 total() const { return m_total; }
    /** Nothing of it has been read: not one byte can have left. */
    bool isUntouched() const { return m_taken == 0; }
    /** The middle ended early or could not be read; the request cannot become complete any more. */
    bool isBroken() const { return m_broken; }

Q_SIGNALS:
    void taken();
    void broken();

protected:
    qint64 readData(char* data, qint64 maximum) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    struct Part {
        std::shared_ptr<QIODevice> device;
        qint64 left = 0;
    };
    void append(std::shared_ptr<QIODevice> device, qint64 size);
    void append(QByteArray content);

    std::vector<Part> m_parts;
    std::size_t m_current = 0;
    qint64 m_total = 0;
    qint64 m_taken = 0;
    bool m_broken = false;
};

}  // namespace signet::signapi
