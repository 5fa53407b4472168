#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "crm_service/fields/index/index_filter.h"
#include "crm_service/people/access/sight.h"

namespace voronka::crm {

// Whose deals a request asks for. 0: only those that nobody has. Absent: all.
template <class Request>
std::optional<int64_t> ResponsibleIn(const Request& request) {
  if (!request.has_responsible_user_id()) return std::nullopt;
  return request.responsible_user_id();
}

// The deals of a stage, by the keys of pipeline and stage.
struct StageFilter {
  std::string pipeline;
  std::string stage;
  Owners owners;
  IndexFilter fields = {};
};

}  // namespace voronka::crm
