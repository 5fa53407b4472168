#include "gateway/forms/form_fields.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace voronka::gateway {
namespace {

constexpr size_t kMostTogether = 64 * 1024;

}  // namespace

void FormFields::Add(FormField field) {
  // Fields that were over the limit once stay together when they are added again.
  const bool has_place = fields_.size() < kMost || (fields_.size() == kMost && field.name == kMoreName);
  if (has_place) return fields_.push_back(std::move(field));
  if (fields_.size() == kMost) fields_.push_back({.name = kMoreName, .value = {}, .charset = field.charset});
  auto& more = fields_.back().value;
  if (field.value.empty() || more.size() > kMostTogether) return;
  more.append(field.name).append(": ").append(field.value).append("\n");
}

std::string FormFields::Extract(std::string_view name) {
  std::string found;
  std::erase_if(fields_, [&](FormField& field) {
    if (field.name != name) return false;
    if (found.empty()) found = std::move(field.value);
    return true;
  });
  return found;
}

std::vector<FormField> FormFields::TakeFrom(size_t first) {
  const auto begin = fields_.begin() + static_cast<std::ptrdiff_t>(std::min(first, fields_.size()));
  std::vector<FormField> taken(std::make_move_iterator(begin), std::make_move_iterator(fields_.end()));
  fields_.erase(begin, fields_.end());
  return taken;
}

}  // namespace voronka::gateway
