#include "crm_service/intake/submissions/page_campaign.h"

#include <string_view>

#include "crm_service/intake/submissions/inquiry_field.h"
#include "foundation/rpc/requests/text_encoding.h"

namespace voronka::crm {
namespace {

constexpr std::string_view kPrefix = "utm_";

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

bool IsCampaignField(std::string_view name) {
  const auto* fields = v1::Campaign::descriptor();
  return name.starts_with(kPrefix) && fields->FindFieldByName(std::string(name.substr(kPrefix.size()))) != nullptr;
}

}  // namespace

void AddCampaignOfPage(const std::string& page_url, v1::Inquiry& inquiry) {
  std::string_view rest = page_url;
  std::string_view query = TakePart(rest, '#');
  TakePart(query, '?');
  while (!query.empty()) {
    std::string_view value = TakePart(query, '&');
    const auto name = TakePart(value, '=');
    if (value.empty() || !IsCampaignField(name)) continue;
    const InquiryField field("utm." + std::string(name.substr(kPrefix.size())));
    const std::string text = field.Fitting(Decoded(value));
    if (!text.empty()) field.Take(text, inquiry);
  }
}

}  // namespace voronka::crm
