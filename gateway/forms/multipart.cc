#include "gateway/forms/multipart.h"

#include <algorithm>
#include <map>
#include <utility>

#include "gateway/forms/form_fields.h"
#include "gateway/forms/header_value.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

using HeadersByName = std::map<std::string, std::string_view>;

constexpr std::string_view kLineBreak = "\r\n";
constexpr size_t kLongestBoundary = 70;
constexpr size_t kLargestHead = 4096;

bool IsBoundary(std::string_view text) {
  constexpr std::string_view kAllowed = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ";
  return !text.empty() && text.size() <= kLongestBoundary && !text.ends_with(' ') &&
         text.find_first_not_of(kAllowed) == std::string_view::npos;
}

// What stands before the mark, looked for in so many bytes; the mark is taken away too. Nothing: there is no mark.
std::optional<std::string_view> TakeUpTo(std::string_view& text, std::string_view mark, size_t most) {
  const size_t end = text.substr(0, most).find(mark);
  if (end == std::string_view::npos) return std::nullopt;
  const auto taken = text.substr(0, end);
  text.remove_prefix(end + mark.size());
  return taken;
}

HeadersByName HeadersOf(std::string_view head) {
  HeadersByName headers;
  for (bool is_last = false; !is_last;) {
    const auto before = TakeUpTo(head, kLineBreak, head.size());
    is_last = !before;
    const std::string_view line = before.value_or(head);
    const size_t colon = line.find(':');
    const bool is_new = colon != std::string_view::npos &&
                        headers.emplace(LowerCase(line.substr(0, colon)), line.substr(colon + 1)).second;
    if (!is_new) throw MalformedForm({"a part has wrong headers.", "у части неверные заголовки."});
  }
  return headers;
}

// Nothing: there is none, or it is not of the form.
std::optional<HeaderValue> Find(const HeadersByName& headers, const std::string& name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::nullopt : ParseHeaderValue(found->second);
}

// Browsers write so what would end the name; HTML says which.
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

FormPart PartOf(std::string_view head, std::string_view content) {
  const auto headers = HeadersOf(head);
  const auto disposition = Find(headers, "content-disposition");
  if (!disposition || disposition->value != "form-data" || !disposition->parameters.contains("name")) {
    throw MalformedForm({"a part does not say which field it is.", "часть не называет своего поля."});
  }
  FormPart part{
      .name = Unescaped(disposition->parameters.at("name")), .filename = {}, .charset = {}, .content = content};
  const auto filename = disposition->parameters.find("filename");
  if (filename != disposition->parameters.end()) part.filename = Unescaped(filename->second);
  if (const auto type = Find(headers, "content-type")) {
    const auto charset = type->parameters.find("charset");
    if (charset != type->parameters.end()) part.charset = charset->second;
  }
  return part;
}

// Reads the parts, each from after the boundary before it to after the boundary behind it.
class Reader {
 public:
  Reader(std::string_view body, std::string_view boundary)
      : rest_(body), delimiter_(std::string(kLineBreak) + "--" + std::string(boundary)) {}

  void Begin() {
    const auto first = std::string_view(delimiter_).substr(kLineBreak.size());
    if (!rest_.starts_with(first))
      throw MalformedForm({"it does not begin with its boundary.", "нет разделителя в начале."});
    rest_.remove_prefix(first.size());
  }

  bool AtEnd() const { return rest_ == "--" || rest_ == "--\r\n"; }

  FormPart Next() {
    if (!rest_.starts_with(kLineBreak))
      throw MalformedForm({"a boundary does not end its line.", "разделитель не кончает строку."});
    rest_.remove_prefix(kLineBreak.size());
    const auto head = TakeUpTo(rest_, "\r\n\r\n", kLargestHead);
    if (!head) throw MalformedForm({"a part has no end of its headers.", "у части нет конца заголовков."});
    const auto content = TakeUpTo(rest_, delimiter_, rest_.size());
    if (!content)
      throw MalformedForm({"it ends before its last boundary.", "она обрывается до последнего разделителя."});
    return PartOf(*head, *content);
  }

 private:
  std::string_view rest_;
  const std::string delimiter_;
};

}  // namespace

std::vector<FormPart> ParseMultipart(std::string_view body, std::string_view boundary) {
  if (!IsBoundary(boundary)) throw MalformedForm({"it names no boundary.", "не назван разделитель."});
  std::vector<FormPart> parts;
  Reader reader(body, boundary);
  for (reader.Begin(); !reader.AtEnd();) parts.push_back(reader.Next());
  return parts;
}

}  // namespace voronka::gateway
