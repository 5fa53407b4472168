#pragma once

#include <optional>
#include <vector>

#include "crm_service/search/documents/search_document.h"
#include "crm_service/search/finding/sought_terms.h"

namespace voronka::crm {

// Where a document has the terms. Nothing unless it has all of them. Pure.
std::optional<v1::SearchMatch> MatchOf(const SearchDocument& document, const std::vector<SoughtTerm>& terms);

}  // namespace voronka::crm
