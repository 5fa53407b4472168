#pragma once

#include <array>

#include "voronka/crm/v1/search.pb.h"

namespace voronka::crm {

// In the order in which they are shown.
inline constexpr std::array kSearchedKinds = {v1::SearchResult::KIND_DEAL, v1::SearchResult::KIND_CONTACT,
                                              v1::SearchResult::KIND_COMPANY, v1::SearchResult::KIND_TASK};

// The table of its rows.
constexpr const char* TableOfKind(v1::SearchResult::Kind kind) {
  switch (kind) {
    case v1::SearchResult::KIND_DEAL:
      return "deals";
    case v1::SearchResult::KIND_CONTACT:
      return "contacts";
    case v1::SearchResult::KIND_COMPANY:
      return "companies";
    default:
      return "tasks";
  }
}

}  // namespace voronka::crm
