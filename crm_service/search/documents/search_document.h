#pragma once

#include <set>
#include <string>
#include <vector>

#include "voronka/crm/v1/search.pb.h"

namespace voronka::crm {

// A text by which something is found.
struct SearchText {
  // As SearchMatch.field.
  std::string field;
  std::string text;
  bool is_phone = false;
};

// A deal, a contact, a company or a task as the search knows it.
struct SearchDocument {
  // Without the match.
  v1::SearchResult shown;
  std::vector<SearchText> texts;
};

// What the document stands in the index under. At most 400 words: the first. Pure.
std::set<std::string> IndexWords(const SearchDocument& document);

}  // namespace voronka::crm
