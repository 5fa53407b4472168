#include "crm_service/search/index/renewal.h"

#include "crm_service/search/documents/documents.h"
#include "crm_service/search/index/word_index.h"

namespace voronka::crm {

void RenewWords(rpc::Session& session, v1::SearchResult::Kind kind, const std::vector<int64_t>& ids) {
  WordsById wanted;
  for (const int64_t id : ids) wanted[id];
  for (const auto& document : ReadDocuments(session, kind, ids)) wanted[document.shown.id()] = IndexWords(document);
  WordIndex(session).Replace(kind, wanted);
}

}  // namespace voronka::crm
