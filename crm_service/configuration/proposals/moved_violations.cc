#include "crm_service/configuration/proposals/moved_violations.h"

namespace voronka::crm {
namespace {

rpc::Violations FoundBy(const std::function<void(rpc::Violations&)>& check) {
  rpc::Violations found;
  try {
    check(found);
  } catch (const rpc::Error& error) {
    for (const auto& violation : error.violations()) found.Add(violation.reason, violation.field, violation.text);
  }
  return found;
}

}  // namespace

void AddFrom(const std::function<void(rpc::Violations&)>& check, const std::string& called, const std::string& place,
             rpc::Violations& violations) {
  const auto found = FoundBy(check);
  for (const auto& violation : found.all()) {
    const bool is_called_so = violation.field.starts_with(called);
    violations.Add(violation.reason, place + (is_called_so ? violation.field.substr(called.size()) : ""),
                   violation.text);
  }
}

}  // namespace voronka::crm
