#include "gateway/forms/compressed_body.h"

#include <algorithm>
#include <array>
#include <boost/beast/zlib/inflate_stream.hpp>
#include <utility>

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/text_encoding.h"
#include "gateway/http/asio.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

namespace zlib = beast::zlib;

constexpr std::string_view kGzip("\x1F\x8B\x08", 3);
constexpr size_t kGzipHead = 10;
constexpr size_t kFlags = 3;

rpc::Error UnknownCompression() {
  return rpc::Error(rpc::Code::kInvalidArgument, {"UNSUPPORTED_FORM_TYPE",
                                                  "",
                                                  {"A form is packed by gzip or deflate, or not at all.",
                                                   "Форму сжимают gzip или deflate либо не сжимают."}});
}

rpc::Error CutOff() {
  return rpc::Error(rpc::Code::kInvalidArgument, {"FORM_CUT_OFF",
                                                  "",
                                                  {"The compressed form did not arrive in full; send it again.",
                                                   "Сжатая форма пришла не целиком; отправьте её ещё раз."}});
}

void Skip(std::string_view& text, size_t size) { text.remove_prefix(std::min(size, text.size())); }

void SkipName(std::string_view& text) { Skip(text, std::min(text.size(), text.find('\0')) + 1); }

// RFC 1952: the optional fields after the first ten bytes.
std::string_view WithoutGzipHead(std::string_view body) {
  if (body.size() < kGzipHead) return {};
  const auto flags = static_cast<unsigned char>(body[kFlags]);
  // Of no program that keeps to the RFC.
  if ((flags & 0xE0U) != 0) throw UnknownCompression();
  Skip(body, kGzipHead);
  if ((flags & 4U) != 0 && body.size() > 1) {
    Skip(body, 2 + static_cast<unsigned char>(body[0]) + 256 * static_cast<unsigned char>(body[1]));
  }
  if ((flags & 8U) != 0) SkipName(body);
  if ((flags & 16U) != 0) SkipName(body);
  if ((flags & 2U) != 0) Skip(body, 2);
  return body;
}

// RFC 1950: two bytes that are a multiple of 31.
bool HasZlibHead(std::string_view body) {
  if (body.size() < 2 || (static_cast<unsigned char>(body[0]) & 0x0FU) != 8) return false;
  return (static_cast<unsigned char>(body[0]) * 256 + static_cast<unsigned char>(body[1])) % 31 == 0;
}

struct Inflation {
  enum class End { kWhole, kCutOff, kNotDeflated };

  End end;
  std::string text;
};

Inflation Inflated(std::string_view deflated, size_t most) {
  std::string text(most + 1, '\0');
  zlib::inflate_stream stream;
  zlib::z_params state;
  state.next_in = deflated.data();
  state.avail_in = deflated.size();
  state.next_out = text.data();
  state.avail_out = text.size();
  ErrorCode error;
  while (!error && state.avail_out > 0) stream.write(state, zlib::Flush::sync, error);
  text.resize(state.total_out);
  if (!error || error == zlib::error::end_of_stream) return {Inflation::End::kWhole, std::move(text)};
  const bool is_cut = error == zlib::error::need_buffers;
  return {is_cut ? Inflation::End::kCutOff : Inflation::End::kNotDeflated, ""};
}

// Throws if it is cut off or something else.
std::string WholeOf(Inflation inflation) {
  if (inflation.end == Inflation::End::kCutOff) throw CutOff();
  if (inflation.end == Inflation::End::kNotDeflated) throw UnknownCompression();
  return std::move(inflation.text);
}

// Some programs say `deflate` and compress nothing.
std::string InflatedIfDeflated(std::string_view body, size_t most) {
  if (HasZlibHead(body)) return WholeOf(Inflated(body.substr(2), most));
  Inflation inflation = Inflated(body, most);
  if (inflation.end == Inflation::End::kWhole) return std::move(inflation.text);
  if (inflation.end == Inflation::End::kCutOff && !rpc::IsUtf8(body)) throw CutOff();
  return std::string(body);
}

}  // namespace

std::string Decompressed(std::string_view body, std::string_view encoding, size_t most) {
  constexpr std::array<std::string_view, 4> kOthers = {"br", "zstd", "compress", "x-compress"};
  const std::string name = LowerCase(encoding);
  if (std::ranges::find(kOthers, name) != kOthers.end()) throw UnknownCompression();
  if (body.starts_with(kGzip)) return WholeOf(Inflated(WithoutGzipHead(body), most));
  return name == "deflate" ? InflatedIfDeflated(body, most) : std::string(body);
}

}  // namespace voronka::gateway
