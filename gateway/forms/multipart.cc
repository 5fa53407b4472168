#include "gateway/forms/multipart.h"

#include <algorithm>
#include <utility>

#include "foundation/rpc/requests/text_encoding.h"
#include "gateway/dialects/percent_encoding.h"
#include "gateway/forms/part_headers.h"
#include "gateway/forms/transfer_encoding.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kDashes = "--";

// How browsers escape what would end the name; HTML says which characters.
std::string Unescaped(std::string_view name) {
  constexpr std::pair<std::string_view, char> kEscapes[] = {{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}};
  std::string text;
  while (!name.empty()) {
    const auto* escape = std::ranges::find_if(kEscapes, [&](const auto& each) { return name.starts_with(each.first); });
    const bool found = escape != std::end(kEscapes);
    text += found ? escape->second : name.front();
    name.remove_prefix(found ? escape->first.size() : 1);
  }
  return text;
}

// `name*=UTF-8''%D0%B8…` (RFC 5987) takes precedence over `name=`.
std::optional<std::string> Named(const HeaderValue& disposition, const std::string& parameter) {
  const std::string extended = disposition.Parameter(parameter + "*");
  const size_t charset = extended.find('\'');
  const size_t language = charset == std::string::npos ? charset : extended.find('\'', charset + 1);
  if (language != std::string::npos) {
    return rpc::TextOf(PercentDecoded(std::string_view(extended).substr(language + 1)), extended.substr(0, charset));
  }
  if (!disposition.parameters.contains(parameter)) return std::nullopt;
  return WordsDecoded(Unescaped(disposition.Parameter(parameter)));
}

bool BeginsWithHeader(std::string_view text) {
  constexpr std::string_view kHeader = "content-";
  return LowerCase(text.substr(0, kHeader.size())) == kHeader;
}

// Where the blank line after the headers begins, and where the content after it begins.
std::pair<size_t, size_t> EndOfHeaders(std::string_view part) {
  if (part.starts_with("\r\n")) return {0, 2};
  if (part.starts_with('\n')) return {0, 1};
  const size_t plain = part.find("\n\n");
  const size_t usual = part.find("\n\r\n");
  if (plain == std::string_view::npos && usual == std::string_view::npos) {
    return BeginsWithHeader(part) ? std::pair{part.size(), part.size()} : std::pair<size_t, size_t>{0, 0};
  }
  return plain < usual ? std::pair{plain, plain + 2} : std::pair{usual, usual + 3};
}

FormPart PartOf(std::string_view text) {
  const auto [end, begin] = EndOfHeaders(text);
  const PartHeaders headers(text.substr(0, end));
  const auto disposition = headers.Get("content-disposition");
  return {.name = Named(disposition, "name").value_or(""),
          .filename = Named(disposition, "filename"),
          .charset = headers.Get("content-type").Parameter("charset"),
          .content = TransferDecoded(text.substr(begin), headers.Get("content-transfer-encoding").value)};
}

std::string_view LineAt(std::string_view body, size_t begin) {
  return body.substr(begin, body.find('\n', begin) - begin);
}

std::string_view WithoutBlanks(std::string_view text) { return text.substr(0, text.find_last_not_of(" \t\r\n") + 1); }

// The first line that begins with dashes and is followed by a part's header. Empty: there is none.
std::string_view BoundaryIn(std::string_view body) {
  for (size_t begin = 0; begin < body.size();) {
    const auto line = LineAt(body, begin);
    const size_t next = begin + line.size() + 1;
    const bool is_one = line.starts_with(kDashes) && WithoutBlanks(line).size() > kDashes.size();
    if (is_one && next < body.size() && BeginsWithHeader(body.substr(next))) {
      return WithoutBlanks(line).substr(kDashes.size());
    }
    begin = next;
  }
  return {};
}

// Reads what stands between boundaries.
class Reader {
 public:
  Reader(std::string_view body, std::string_view boundary)
      : body_(body), mark_(std::string(kDashes) + std::string(boundary)) {}

  // Nothing: the body has no such boundary.
  std::optional<std::vector<FormPart>> Parts() {
    auto line = NextBoundary(0);
    if (!line) return std::nullopt;
    std::vector<FormPart> parts;
    while (line) {
      const auto next = NextBoundary(line->end);
      const size_t end = next ? next->begin : body_.size();
      const auto text = WithoutLastBreak(body_.substr(line->end, end - line->end));
      if (!line->is_last && !text.empty()) parts.push_back(PartOf(text));
      line = next;
    }
    return parts;
  }

 private:
  // A line that is one, with its end.
  struct Boundary {
    size_t begin;
    size_t end;
    bool is_last;
  };

  std::optional<Boundary> NextBoundary(size_t from) const {
    for (size_t at = body_.find(mark_, from); at != std::string_view::npos; at = body_.find(mark_, at + 1)) {
      const bool begins_line = at == 0 || body_[at - 1] == '\n';
      if (!begins_line) continue;
      const auto line = LineAt(body_, at);
      const auto rest = WithoutBlanks(line.substr(mark_.size()));
      if (!rest.empty() && !rest.starts_with(kDashes)) continue;
      return Boundary{at, std::min(body_.size(), at + line.size() + 1), rest.starts_with(kDashes)};
    }
    return std::nullopt;
  }

  static std::string_view WithoutLastBreak(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
  }

  const std::string_view body_;
  const std::string mark_;
};

}  // namespace

std::optional<std::vector<FormPart>> ParseMultipart(std::string_view body, std::string_view boundary) {
  if (!boundary.empty()) {
    if (auto parts = Reader(body, boundary).Parts()) return parts;
  }
  const auto found = BoundaryIn(body);
  return found.empty() ? std::nullopt : Reader(body, found).Parts();
}

}  // namespace voronka::gateway
