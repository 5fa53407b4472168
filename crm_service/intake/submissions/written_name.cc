#include "crm_service/intake/submissions/written_name.h"

#include <algorithm>
#include <array>

#include "crm_service/clients/identity/client_name.h"
#include "crm_service/intake/forms/form_fields.h"

namespace voronka::crm {
namespace {

bool HasWords(const std::string& text, const std::string& words) {
  return (' ' + Folded(text) + ' ').find(' ' + Folded(words) + ' ') != std::string::npos;
}

// A contact keeps the name that it was given first, so a dash must not be one.
bool IsName(const std::string& text) {
  constexpr std::array kNoNames = {"none", "n/a", "null", "undefined", "нет"};
  return std::ranges::find(kNoNames, Folded(text)) == kNoNames.end() && !ClientName(text).empty();
}

}  // namespace

bool WrittenName::Add(const std::string& target, const std::string& text) {
  return IsName(text) && parts_.emplace(target, text).second;
}

std::string WrittenName::Whole() const {
  std::string whole;
  for (const char* target : {"client_name", "first_name", "middle_name", "last_name"}) {
    const auto part = parts_.find(target);
    if (part == parts_.end() || HasWords(whole, part->second)) continue;
    if (!whole.empty()) whole += ' ';
    whole += part->second;
  }
  return whole;
}

}  // namespace voronka::crm
