#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm_service/search/words/typed_query.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// A term with the words of the account that it may mean.
struct SoughtTerm {
  Term term;
  // The most used, but first the very word that was typed; at most 64.
  std::vector<std::string> words = {};
  // In how many resources they stand; the largest number if there are too many words to tell.
  int64_t uses = 0;
  // The words are those that were typed with a typo.
  bool is_misspelt = false;
};

// The rarest first. Nothing if a term means no word of the account.
std::optional<std::vector<SoughtTerm>> SoughtTerms(rpc::Session& session, const Reading& reading);

}  // namespace voronka::crm
