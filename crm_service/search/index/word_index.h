#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/search.pb.h"

namespace voronka::crm {

// By the id of a resource.
using WordsById = std::map<int64_t, std::set<std::string>>;

// The table `search_words`: which resources have a word. Whoever writes it holds the account's partition
// (SearchCursors::Lock).
class WordIndex {
 public:
  explicit WordIndex(rpc::Session& session) : session_(session) {}

  // Makes these the words of the resources; without words, a resource is forgotten.
  void Replace(v1::SearchResult::Kind kind, const WordsById& wanted);

 private:
  WordsById Held(v1::SearchResult::Kind kind, const WordsById& wanted);

  rpc::Session& session_;
};

}  // namespace voronka::crm
