#include "crm_service/log/changes/change_feed.h"

#include <utility>

#include "crm_service/log/changes/coalesce.h"
#include "crm_service/log/changes/visibility.h"

namespace voronka::crm {
namespace {

using v1::WatchChangesResponse;

constexpr int kReadAtOnce = 100;

}  // namespace

ChangeFeed::ChangeFeed(const events::Tail& tail, RecentChanges& recent, const rpc::Caller& caller,
                       std::unique_ptr<ChangeFilter> filter, std::optional<options::v1::StreamPosition> resume)
    : AccountFeed(tail, caller.account_id, std::move(resume)),
      recent_(recent),
      caller_(caller),
      filter_(std::move(filter)),
      watch_(recent.Open(caller.account_id)) {}

std::vector<WatchChangesResponse> ChangeFeed::Follow(storage::Connection& db, int64_t& offset) {
  while (true) {
    auto page = Next(db, offset);
    if (page.upto == offset) return {};
    offset = page.upto;
    std::erase_if(page.changes, [this](const auto& change) { return !MaySee(caller_, *change); });
    if (!page.changes.empty()) filter_->Filter(db, page.changes);
    if (page.changes.empty()) continue;
    auto response = At(offset);
    for (const auto& change : Coalesced(std::move(page.changes))) *response.mutable_changes()->add_changes() = *change;
    return {std::move(response)};
  }
}

ChangePage ChangeFeed::Next(storage::Connection& db, int64_t offset) {
  if (auto recent = recent_.After(offset, caller_.account_id)) return *std::move(recent);
  const int64_t head = DurableHead();
  const auto logged = events::Log::ReadTopic(db, caller_.account_id, 0, offset, head, kReadAtOnce);
  ChangePage page{{}, logged.upto};
  for (auto& change : ChangesAmong(logged.entries)) page.changes.push_back(std::move(change.change));
  return page;
}

}  // namespace voronka::crm
