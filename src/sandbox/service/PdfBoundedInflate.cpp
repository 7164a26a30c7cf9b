#include "sandbox/service/PdfBoundedInflate.h"

#include <cstdlib>
#include <memory>
#include <mutex>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFStreamFilter.hh>
#include <stdexcept>
#include <vector>

namespace signet::sandbox {
namespace {

constexpr size_t MaxUnpackedBytes = 128 * 1024 * 1024;
constexpr int MaxRowBytes = 1024 * 1024;

// Of the PDF that this thread reads; qpdf gives filters no context of their own.
thread_local size_t unpackedBytes = 0;

/** Lets through so much and no more. */
class Bound : public Pipeline {
public:
    explicit Bound(Pipeline* target) : Pipeline("bound", target) {}

    void write(const unsigned char* data, size_t size) override {
        unpackedBytes += size;
        if (unpackedBytes > MaxUnpackedBytes)
            throw std::runtime_error("the PDF unpacks to too many bytes");
        getNext()->write(data, size);
    }
    void finish() override { getNext()->finish(); }
};

/** Undoes the PNG predictors (ISO 32000-1, 7.4.4.4; PNG specification, 9): each row begins with its filter's
 * number. */
class PngRows : public Pipeline {
public:
    PngRows(Pipeline* target, int rowBytes, int pixelBytes)
        : Pipeline("PNG rows", target), m_pixelBytes(pixelBytes), m_previous(rowBytes) {}

    void write(const unsigned char* data, size_t size) override {
        for (size_t i = 0; i < size; ++i) {
            m_row.push_back(data[i]);
            if (m_row.size() == m_previous.size() + 1)
                endRow();
        }
    }
    void finish() override {
        if (m_row.size() > 1) {
            m_row.resize(m_previous.size() + 1);
            endRow();
        }
        getNext()->finish();
    }

private:
    void endRow() {
        std::vector<unsigned char> row(m_row.begin() + 1, m_row.end());
        for (size_t i = 0; i < row.size(); ++i) {
            const bool isFirst = i < static_cast<size_t>(m_pixelBytes);
            const int left = isFirst ? 0 : row[i - m_pixelBytes];
            const int aboveLeft = isFirst ? 0 : m_previous[i - m_pixelBytes];
            row[i] = static_cast<unsigned char>(row[i] + predicted(left, m_previous[i], aboveLeft));
        }
        getNext()->write(row.data(), row.size());
        m_previous = std::move(row);
        m_row.clear();
    }

    int predicted(int left, int above, int aboveLeft) const {
        switch (m_row.front()) {
            case 1:
                return left;
            case 2:
                return above;
            case 3:
                return (left + above) / 2;
            case 4: {
                const int fromLeft = std::abs(above - aboveLeft);
                const int fromAbove = std::abs(left - aboveLeft);
                const int fromBoth = std::abs(left + above - 2 * aboveLeft);
                if (fromLeft <= fromAbove && fromLeft <= fromBoth)
                    return left;
                return fromAbove <= fromBoth ? above : aboveLeft;
            }
            default:
                return 0;
        }
    }

    int m_pixelBytes;
    std::vector<unsigned char> m_previous;
    std::vector<unsigned char> m_row;
};

class BoundedFlate : public QPDFStreamFilter {
public:
    bool setDecodeParms(QPDFObjectHandle parameters) override {
        if (!parameters.isDictionary())
            return parameters.isNull();
        const auto number = [&parameters](const char* key, int otherwise) {
            QPDFObjectHandle value = parameters.getKey(key);
            return value.isInteger() ? value.getIntValueAsInt() : otherwise;
        };
        const int predictor = number("/Predictor", 1);
        if (predictor == 1)
            return true;
        constexpr int FirstPng = 10;
        constexpr int LastPng = 15;
        const int columns = number("/Columns", 1);
        const int colors = number("/Colors", 1);
        const int bits = number("/BitsPerComponent", 8);
        if (predictor < FirstPng || predictor > LastPng || columns < 1 || columns > MaxRowBytes ||
            colors < 1 || colors > 32 || bits < 1 || bits > 16)
            return false;
        m_rowBytes = (columns * colors * bits + 7) / 8;
        m_pixelBytes = (colors * bits + 7) / 8;
        return m_rowBytes <= MaxRowBytes;
    }

    Pipeline* getDecodePipeline(Pipeline* next) override {
        if (m_rowBytes > 0) {
            m_rows = std::make_unique<PngRows>(next, m_rowBytes, m_pixelBytes);
            next = m_rows.get();
        }
        m_bound = std::make_unique<Bound>(next);
        m_flate = std::make_unique<Pl_Flate>("inflate", m_bound.get(), Pl_Flate::a_inflate);
        return m_flate.get();
    }

private:
    int m_rowBytes = 0;
    int m_pixelBytes = 1;
    std::unique_ptr<Pipeline> m_rows;
    std::unique_ptr<Pipeline> m_bound;
    std::unique_ptr<Pipeline> m_flate;
};

class NoLzw : public QPDFStreamFilter {
public:
    bool setDecodeParms(QPDFObjectHandle) override { return false; }
    Pipeline* getDecodePipeline(Pipeline* next) override { return next; }
};

}  // namespace

void beginBoundedInflating() {
    unpackedBytes = 0;
    static std::once_flag once;
    std::call_once(once, [] {
        QPDF::registerStreamFilter("/FlateDecode", [] { return std::make_shared<BoundedFlate>(); });
        QPDF::registerStreamFilter("/LZWDecode", [] { return std::make_shared<NoLzw>(); });
    });
}

}  // namespace signet::sandbox
