#include "crm_service/search/finding/search_steps.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "crm_service/search/documents/documents.h"
#include "crm_service/search/finding/candidates.h"
#include "crm_service/search/finding/match.h"
#include "crm_service/search/finding/sought_terms.h"
#include "crm_service/search/index/search_backlog.h"
#include "crm_service/search/index/searched_kinds.h"
#include "crm_service/search/words/typed_query.h"

namespace voronka::crm {

using v1::SearchRequest;
using v1::SearchResponse;
using v1::SearchResult;

namespace {

constexpr int kUsualResults = 5;
constexpr size_t kReadTogether = 32;

bool IsWanted(const SearchRequest& request, SearchResult::Kind kind) {
  return request.kinds().empty() || std::ranges::find(request.kinds(), static_cast<int>(kind)) != request.kinds().end();
}

// In the order of the ids.
std::vector<SearchDocument> InOrder(std::vector<SearchDocument> documents, std::span<const int64_t> ids) {
  std::ranges::sort(documents, {}, [&](const SearchDocument& document) {
    return std::ranges::find(ids, document.shown.id()) - ids.begin();
  });
  return documents;
}

// At most `limit` of the kind.
void AddFound(rpc::Session& session, SearchResult::Kind kind, const std::vector<SoughtTerm>& terms, int limit,
              SearchResponse& response) {
  const auto candidates = NewestWith(session, kind, terms);
  for (std::span<const int64_t> rest = candidates; !rest.empty() && limit > 0;) {
    const auto ids = rest.first(std::min(rest.size(), kReadTogether));
    rest = rest.subspan(ids.size());
    for (auto& document : InOrder(ReadDocuments(session, kind, {ids.begin(), ids.end()}), ids)) {
      auto match = MatchOf(document, terms);
      if (!match || limit == 0) continue;
      --limit;
      auto& result = *response.add_results();
      result = std::move(document.shown);
      *result.mutable_match() = *std::move(match);
    }
  }
}

void AddFound(rpc::Session& session, const Reading& reading, const SearchRequest& request, SearchResponse& response) {
  const auto terms = SoughtTerms(session, reading);
  if (!terms) return;
  for (const auto kind : kSearchedKinds) {
    if (!IsWanted(request, kind)) continue;
    AddFound(session, kind, *terms, request.page_size() == 0 ? kUsualResults : request.page_size(), response);
  }
}

}  // namespace

SearchResponse Search(rpc::Session& session, const SearchRequest& request) {
  SearchResponse response;
  for (const auto& reading : Readings(request.query())) {
    AddFound(session, reading, request, response);
    if (!response.results().empty()) break;
  }
  return response;
}

v1::RebuildSearchResponse RebuildSearch(rpc::Session& session, const v1::RebuildSearchRequest& /*request*/) {
  SearchBacklog(session).AddAll();
  return {};
}

}  // namespace voronka::crm
