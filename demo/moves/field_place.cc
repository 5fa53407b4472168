#include "demo/moves/field_place.h"

#include <string_view>

namespace voronka::demo {
namespace {

crm::v1::Entity EntityNamed(std::string_view name) {
  if (name == "deal") return crm::v1::ENTITY_DEAL;
  if (name == "contact") return crm::v1::ENTITY_CONTACT;
  if (name == "company") return crm::v1::ENTITY_COMPANY;
  return crm::v1::ENTITY_UNSPECIFIED;
}

constexpr std::string_view kBeforeOwn = "fields[\"";
constexpr std::string_view kAfterOwn = "\"]";

}  // namespace

FieldPlace FieldPlace::Parse(const std::string& path) {
  const auto dot = path.find('.');
  if (dot == std::string::npos) return {};
  const auto entity = EntityNamed(std::string_view(path).substr(0, dot));
  std::string_view key = std::string_view(path).substr(dot + 1);
  if (entity == crm::v1::ENTITY_UNSPECIFIED) return {};
  if (!key.starts_with(kBeforeOwn) || !key.ends_with(kAfterOwn)) return {entity, std::string(key), false};
  key.remove_prefix(kBeforeOwn.size());
  key.remove_suffix(kAfterOwn.size());
  return {entity, std::string(key), true};
}

}  // namespace voronka::demo
