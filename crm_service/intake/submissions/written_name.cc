#include "crm_service/intake/submissions/written_name.h"

#include "crm_service/intake/forms/form_fields.h"

namespace voronka::crm {
namespace {

bool HasWords(const std::string& text, const std::string& words) {
  return (' ' + Folded(text) + ' ').find(' ' + Folded(words) + ' ') != std::string::npos;
}

}  // namespace

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
