#include "crm_service/intake/unsorted/unsorted_deals.h"

#include <fmt/format.h>

#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

using storage::Value;
using v1::Deal;
using v1::Stage;

// Nobody's deals of one stage. The index has them in order.
constexpr const char* kOfNobody =
    "FROM deals FORCE INDEX (deals_by_stage_and_responsible) "
    "WHERE account_id = ? AND pipeline = ? AND stage = ? AND responsible_user_id = 0";

// The caller's id is its parameter.
std::string IsHidden(bool hidden) {
  return std::string(hidden ? " AND EXISTS" : " AND NOT EXISTS") +
         " (SELECT 1 FROM unsorted_hidings h WHERE h.account_id = deals.account_id AND h.deal_id = deals.id "
         "AND h.user_id = ?)";
}

bool TakesUnsorted(const v1::Pipeline& pipeline) {
  return !IsArchived(pipeline) && pipeline.stages(0).kind() == Stage::KIND_INCOMING;
}

}  // namespace

std::vector<UnsortedDeals::Place> UnsortedDeals::Incoming() {
  std::vector<Place> places;
  const auto all = Pipelines(session_).All();
  for (const auto& pipeline : all) {
    if (TakesUnsorted(pipeline)) places.push_back({pipeline.key(), pipeline.stages(0).key()});
  }
  return places;
}

// A lost deal that nobody has was declined: whoever loses one otherwise has it.
std::vector<UnsortedDeals::Place> UnsortedDeals::Lost() {
  std::vector<Place> places;
  const auto all = Pipelines(session_).All();
  for (const auto& pipeline : all) {
    if (!TakesUnsorted(pipeline)) continue;
    for (const auto& stage : pipeline.stages()) {
      if (stage.kind() == Stage::KIND_LOST) places.push_back({pipeline.key(), stage.key()});
    }
  }
  return places;
}

std::vector<Deal> UnsortedDeals::NewestIn(const std::vector<Place>& places, const std::string& condition,
                                          const std::vector<Value>& parameters, int64_t before, int limit) {
  if (places.empty()) return {};
  std::vector<std::string> lists;
  std::vector<Value> values;
  for (const auto& place : places) {
    lists.push_back(fmt::format("(SELECT id {}{} AND id < ? ORDER BY id DESC LIMIT ?)", kOfNobody, condition));
    values.insert(values.end(), {session_.account_id(), place.pipeline, place.stage});
    values.insert(values.end(), parameters.begin(), parameters.end());
    values.insert(values.end(), {before, limit});
  }
  values.insert(values.end(), {session_.account_id(), limit});
  return session_.db.SelectWith<Deal>(
      fmt::format("SELECT {{d.columns}} FROM ({}) newest JOIN deals d ON d.account_id = ? AND d.id = newest.id "
                  "ORDER BY d.id DESC LIMIT ?",
                  fmt::join(lists, " UNION ")),
      values);
}

std::vector<Deal> UnsortedDeals::Waiting(bool hidden, int64_t before, int limit) {
  return NewestIn(Incoming(), IsHidden(hidden), {session_.caller.user_id}, before, limit);
}

int64_t UnsortedDeals::CountWaiting() {
  int64_t count = 0;
  for (const auto& place : Incoming()) {
    count += session_.db
                 .Query(std::string("SELECT COUNT(*) ") + kOfNobody + IsHidden(false), session_.account_id(),
                        place.pipeline, place.stage, session_.caller.user_id)
                 .at(0)
                 .Int(0);
  }
  return count;
}

std::vector<Deal> UnsortedDeals::Declined(int64_t before, int limit) { return NewestIn(Lost(), "", {}, before, limit); }

}  // namespace voronka::crm
