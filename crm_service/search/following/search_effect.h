#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "crm_service/search/index/search_backlog.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/search.pb.h"

namespace voronka::crm {

// What an event changes in the index.
struct SearchEffect {
  // The resource that is to be read anew; KIND_UNSPECIFIED: none.
  v1::SearchResult::Kind kind = v1::SearchResult::KIND_UNSPECIFIED;
  int64_t id = 0;
  // Others that hold words of it, or, if definitions of fields have changed, all that have such fields.
  std::vector<BacklogEntry> others = {};
};

// Nothing if it changes no word, as most do: whatever the database holds. Pure.
std::optional<SearchEffect> EffectOn(const v1::Event& event);

}  // namespace voronka::crm
