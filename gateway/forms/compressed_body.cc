#include "gateway/forms/compressed_body.h"

#include <algorithm>
#include <array>
#include <boost/beast/zlib/inflate_stream.hpp>
#include <optional>

#include "foundation/rpc/requests/error.h"
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

void Skip(std::string_view& text, size_t size) { text.remove_prefix(std::min(size, text.size())); }

void SkipName(std::string_view& text) { Skip(text, std::min(text.size(), text.find('\0')) + 1); }

// RFC 1952: the optional fields after the first ten bytes.
std::string_view WithoutGzipHead(std::string_view body) {
  if (body.size() < kGzipHead) return {};
  const auto flags = static_cast<unsigned char>(body[kFlags]);
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

// Nothing: it is not deflated.
std::optional<std::string> Inflated(std::string_view deflated, size_t most) {
  std::string text(most + 1, '\0');
  zlib::inflate_stream stream;
  zlib::z_params state;
  state.next_in = deflated.data();
  state.avail_in = deflated.size();
  state.next_out = text.data();
  state.avail_out = text.size();
  ErrorCode error;
  while (!error && state.avail_out > 0) stream.write(state, zlib::Flush::sync, error);
  if (error && error != zlib::error::end_of_stream) return std::nullopt;
  text.resize(state.total_out);
  return text;
}

}  // namespace

std::string Decompressed(std::string_view body, std::string_view encoding, size_t most) {
  constexpr std::array<std::string_view, 4> kOthers = {"br", "zstd", "compress", "x-compress"};
  const std::string name = LowerCase(encoding);
  if (std::ranges::find(kOthers, name) != kOthers.end()) throw UnknownCompression();
  std::optional<std::string> text;
  if (body.starts_with(kGzip)) {
    text = Inflated(WithoutGzipHead(body), most);
  } else if (name == "deflate") {
    text = Inflated(HasZlibHead(body) ? body.substr(2) : body, most);
    if (!text) text = body;
  } else {
    text = body;
  }
  if (!text) throw UnknownCompression();
  return *std::move(text);
}

}  // namespace voronka::gateway
