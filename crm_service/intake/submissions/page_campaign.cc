#include "crm_service/intake/submissions/page_campaign.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "crm_service/intake/submissions/inquiry_field.h"
#include "foundation/rpc/requests/text_encoding.h"

namespace voronka::crm {
namespace {

constexpr std::string_view kPrefix = "utm_";
constexpr std::string_view kCookies = "cookies";
constexpr std::string_view kTildaCookie = "TILDAUTM=";

int Digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// An address that a page in windows-1251 has made is in windows-1251, too.
std::string Decoded(std::string_view text) {
  std::string bytes;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '%' && i + 2 < text.size() && Digit(text[i + 1]) >= 0 && Digit(text[i + 2]) >= 0;
    if (escaped) {
      bytes += static_cast<char>(Digit(text[i + 1]) * 16 + Digit(text[i + 2]));
      i += 2;
    } else {
      bytes += text[i] == '+' ? ' ' : text[i];
    }
  }
  return rpc::TextOf(bytes, "");
}

// Removes the part up to the separator, and the separator, from the front; returns the part.
std::string_view TakePart(std::string_view& text, char separator) {
  const size_t end = text.find(separator);
  const auto part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

// Nothing: the parameter is about something else.
std::optional<InquiryField> FieldOf(std::string_view parameter) {
  const std::string name = Lower(parameter);
  if (!name.starts_with(kPrefix)) return std::nullopt;
  const std::string field = name.substr(kPrefix.size());
  if (v1::Campaign::descriptor()->FindFieldByName(field) == nullptr) return std::nullopt;
  return InquiryField("utm." + field);
}

// What a script writes that has no value.
bool IsLeftOut(const std::string& text) { return text.empty() || text == "null" || text == "undefined"; }

// `utm_source=yandex`.
void AddParameter(std::string_view parameter, v1::Inquiry& inquiry) {
  const auto name = TakePart(parameter, '=');
  const auto field = FieldOf(name);
  if (!field) return;
  const std::string text = field->Fitting(Decoded(parameter));
  if (!IsLeftOut(text)) field->Take(text, inquiry);
}

// How long the first parameter is. A sign that may be in a value ends it only before a field of a campaign.
size_t ParameterLength(std::string_view query) {
  for (size_t i = 0; i < query.size(); ++i) {
    if (query[i] == '&' || query[i] == '#') return i;
    const bool may_end = query[i] == '?' || query[i] == ';';
    if (may_end && Lower(query.substr(i + 1, kPrefix.size())) == kPrefix) return i;
  }
  return query.size();
}

}  // namespace

void AddCampaignOfPage(const std::string& page_url, v1::Inquiry& inquiry) {
  std::string_view query = page_url;
  query.remove_prefix(std::min(query.size(), query.find_first_of("?#")));
  while (!query.empty()) {
    // The sign before the parameter.
    query.remove_prefix(1);
    const size_t length = ParameterLength(query);
    AddParameter(query.substr(0, length), inquiry);
    query.remove_prefix(length);
  }
}

void AddCampaignOfCookies(const v1::FormValue& value, v1::Inquiry& inquiry) {
  if (Lower(value.name()) != kCookies) return;
  const std::string_view cookies = value.value();
  const size_t begin = cookies.find(kTildaCookie);
  if (begin == std::string_view::npos) return;
  const auto cookie = cookies.substr(begin + kTildaCookie.size());
  const std::string parameters = Decoded(cookie.substr(0, cookie.find_first_of("; \n")));
  std::string_view rest = parameters;
  // They are separated by three bars: the parts between these are empty.
  while (!rest.empty()) AddParameter(TakePart(rest, '|'), inquiry);
}

}  // namespace voronka::crm
